import { Facts } from "../document/parts/Facts";
import { languageName } from "../document/words";
import { formatBytes } from "../format/bytes";
import { formatMoment } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Card } from "../ui/Card";
import { useEncodingName } from "./encodings";
import type { ImportOptionFieldsFragment } from "./generated/graphql";
import type { ImportJob } from "./jobs";
import { useFieldName, useSay } from "./words";

interface Props {
  job: ImportJob & { options: ImportOptionFieldsFragment };
}

/** What was asked for, by whom, and how the file is read. */
export function JobDetails({ job }: Props) {
  const { t, locale } = useLanguage();
  const say = useSay();
  const { options } = job;
  return (
    <>
      <Card plain title={say("imports.details")}>
        <Facts
          facts={[
            [say("imports.source"), job.sourceSystem],
            [say("imports.seller"), job.legalEntityName],
            [say("imports.size"), formatBytes(job.fileSize, locale)],
            [say("imports.format"), job.format.toUpperCase()],
            [say("imports.policy"), say(`imports.policy.${job.policy}`)],
            [t("jobs.who"), job.startedByName || job.startedBy],
            [t("jobs.when"), formatMoment(job.createdAt, locale)],
            [say("imports.ended"), job.finishedAt && formatMoment(job.finishedAt, locale)],
          ]}
        />
      </Card>
      <Read options={options} />
    </>
  );
}

function Read({ options }: { options: ImportOptionFieldsFragment }) {
  const { locale } = useLanguage();
  const say = useSay();
  const fieldName = useFieldName();
  const encodingName = useEncodingName();
  const told = [options.sheet, options.encoding, options.delimiter, options.decimalSign];
  const isTold = [...told, options.dateOrder, options.currency].some(Boolean);
  if (!isTold && options.columns.length === 0) return null;
  return (
    <Card plain title={say("imports.reading")}>
      <Facts
        facts={[
          [say("imports.option.sheet"), options.sheet],
          [say("imports.option.encoding"), options.encoding && encodingName(options.encoding)],
          [say("imports.option.delimiter"), say.find(`imports.delimiter.${options.delimiter}`)],
          [say("imports.option.decimalSign"), options.decimalSign],
          [say("imports.option.dateOrder"), say.find(`imports.dateOrder.${options.dateOrder}`)],
          [say("imports.option.currency"), options.currency],
          [say("imports.option.language"), languageName(options.language, locale)],
          ...options.columns.map(({ header, field }) => [header, fieldName(field)] as const),
        ]}
      />
    </Card>
  );
}
