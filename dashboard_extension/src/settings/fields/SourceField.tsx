import { Button } from "@saleor/macaw-ui";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useApi } from "../../api/context";
import { TemplateCheckDocument, TemplateStarterDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ConfirmDialog } from "../../ui/ConfirmDialog";
import { ErrorLine } from "../../ui/ErrorLine";
import { text } from "../model/values";
import { SourceEditor } from "../template/SourceEditor";
import { type FieldProps, groupProps } from "./field";
import css from "./fields.module.css";
import { useRested } from "./useRested";

const PAUSE_MS = 1_200; // each check renders two documents

/** A template's source with what is wrong with it, at its line. */
export default function SourceField(props: FieldProps) {
  const { t } = useLanguage();
  const source = text(props.value);
  const check = useTemplateCheck(props.disabled ? "" : source);
  const problems = check.data ?? [];
  return (
    <div {...groupProps(props)} className={css.stack}>
      {!props.disabled && <Starter source={source} onChange={props.onChange} />}
      <SourceEditor
        label={t("setting.html_template")}
        value={source}
        readOnly={props.disabled}
        problems={problems}
        onChange={props.onChange}
      />
      <ErrorLine error={check.error} />
      <div role="status" className={css.small}>
        {source !== "" && t(check.isFetching ? "template.checking" : verdict(problems.length))}
      </div>
      {problems.length > 0 && (
        <ul className={`${css.stack} ${css.list}`}>
          {problems.map(({ line, message }) => (
            <li key={`${line}:${message}`} className={css.poor}>
              {line > 0 && <strong>{t("template.line", { line: String(line) })} </strong>}
              {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const verdict = (problems: number) => (problems === 0 ? "template.right" : "template.wrong");

function useTemplateCheck(source: string) {
  const api = useApi();
  const wanted = useRested(source, PAUSE_MS);
  return useQuery({
    queryKey: ["template-check", wanted],
    queryFn: async ({ signal }) =>
      (await api(TemplateCheckDocument, { source: wanted }, signal)).salesTemplateCheck ?? [],
    enabled: wanted.trim() !== "",
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The built-in layout as a template to begin from; asks before it takes the place of another. */
function Starter({ source, onChange }: { source: string; onChange: (source: string) => void }) {
  const { t } = useLanguage();
  const api = useApi();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [state, setState] = useState<{ running: boolean; error: unknown }>({
    running: false,
    error: null,
  });
  const begin = async () => {
    setState({ running: true, error: null });
    try {
      const { salesTemplateStarter } = await queries.fetchQuery({
        queryKey: ["template-starter"],
        queryFn: () => api(TemplateStarterDocument, {}),
      });
      setState({ running: false, error: null });
      setAsking(false);
      if (salesTemplateStarter) onChange(salesTemplateStarter);
    } catch (error) {
      setState({ running: false, error });
    }
  };
  return (
    <div className={css.line}>
      <Button
        type="button"
        variant="secondary"
        size="small"
        disabled={state.running}
        onClick={() => (source.trim() === "" ? void begin() : setAsking(true))}
      >
        {t("template.begin")}
      </Button>
      {!asking && <ErrorLine error={state.error} />}
      {asking && (
        <ConfirmDialog
          title={t("template.replace.title")}
          text={t("template.replace.text")}
          confirmLabel={t("template.replace.do")}
          danger
          running={state.running}
          error={state.error}
          onConfirm={() => void begin()}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
}
