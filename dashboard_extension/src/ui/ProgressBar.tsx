import css from "./ProgressBar.module.css";

interface Props {
  label: string;
  /** Between 0 and 1; undefined while nobody knows. */
  share: number | undefined;
  tone?: "info" | "success" | "error";
}

/** How far a longer work has come. */
export function ProgressBar({ label, share, tone = "info" }: Props) {
  const percent = share === undefined ? undefined : Math.round(Math.min(1, share) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={css.bar}
    >
      <div
        className={css.done}
        data-tone={tone}
        data-unknown={percent === undefined || undefined}
        style={{ width: `${percent ?? 30}%` }}
      />
    </div>
  );
}
