import { useId } from "react";
import { lengthOf } from "../../format/exact";
import { useLanguage } from "../../i18n/context";
import css from "./Chart.module.css";
import { Legend } from "./Legend";
import { Pattern } from "./Pattern";
import { labelEvery, roundScale, stacked } from "./scale";
import { useWidth } from "./useWidth";

export interface Column {
  name: string;
  label: string;
  /** Exact amounts, one for each series. */
  parts: readonly string[];
  /** What a pointer that rests on it is told. */
  title: string;
}

interface Props {
  label: string;
  series: readonly { name: string; label: string }[];
  columns: readonly Column[];
}

const HEIGHT = 240;
const PAD = { top: 12, right: 8, bottom: 28, left: 56 };
const LABEL_WIDTH = 72;

/** Columns of stacked parts. A picture only: the same figures stand in a table beside it. */
export function ColumnChart({ label, series, columns }: Props) {
  const id = useId();
  const [measure, width] = useWidth(720);
  const values = columns.map(({ parts }) => stacked(parts.map(lengthOf)));
  const scale = roundScale(values.flatMap((pieces) => pieces.map(({ to }) => to)));
  const inner = { width: width - PAD.left - PAD.right, height: HEIGHT - PAD.top - PAD.bottom };
  const y = (value: number) =>
    PAD.top + inner.height * (1 - (value - scale.min) / (scale.max - scale.min));
  const slot = inner.width / Math.max(columns.length, 1);
  const bar = Math.min(56, slot * 0.64);
  const every = labelEvery(columns.length, inner.width, LABEL_WIDTH);
  return (
    <figure ref={measure} className={css.figure}>
      <svg width={width} height={HEIGHT} role="img" aria-label={label}>
        <defs>
          {series.map(({ name }, index) => (
            <Pattern key={name} id={`${id}-${index}`} index={index} />
          ))}
        </defs>
        <Grid ticks={scale.ticks} y={y} width={width} />
        {columns.map((column, index) => {
          const x = PAD.left + slot * index + (slot - bar) / 2;
          return (
            <g key={column.name}>
              <title>{column.title}</title>
              {/* The whole slot hears the pointer, also above a small column. */}
              <rect
                x={PAD.left + slot * index}
                y={PAD.top}
                width={slot}
                height={inner.height}
                fill="transparent"
              />
              {values[index]?.map(({ from, to, series: at }) => (
                <rect
                  key={at}
                  x={x}
                  y={Math.min(y(from), y(to))}
                  width={bar}
                  height={Math.abs(y(from) - y(to))}
                  fill={`url(#${id}-${at})`}
                  className={css.piece}
                />
              ))}
              {index % every === 0 && (
                <text x={x + bar / 2} y={HEIGHT - 8} textAnchor="middle" className={css.label}>
                  {column.label}
                </text>
              )}
            </g>
          );
        })}
      </svg>
      <Legend id={id} entries={series} />
    </figure>
  );
}

interface GridProps {
  ticks: readonly number[];
  y: (value: number) => number;
  width: number;
}

function Grid({ ticks, y, width }: GridProps) {
  const { locale } = useLanguage();
  const short = new Intl.NumberFormat(locale, { notation: "compact", maximumFractionDigits: 1 });
  return (
    <>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={PAD.left}
            x2={width - PAD.right}
            y1={y(tick)}
            y2={y(tick)}
            className={tick === 0 ? css.zero : css.line}
          />
          <text x={PAD.left - 8} y={y(tick) + 4} textAnchor="end" className={css.label}>
            {short.format(tick)}
          </text>
        </g>
      ))}
    </>
  );
}
