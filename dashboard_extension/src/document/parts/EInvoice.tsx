import { Button, Text } from "@saleor/macaw-ui";
import { FileCode } from "lucide-react";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { Chip, type Tone } from "../../ui/Chip";
import { useShown } from "../context";
import type { SalesDocument } from "../useDocument";
import { useDownloads } from "../useDownloads";
import { Facts } from "./Facts";
import { Findings } from "./Findings";

type EInvoiceRecord = NonNullable<SalesDocument["einvoice"]>;

const TONES: Readonly<Record<EInvoiceRecord["outcome"], Tone>> = {
  MADE: "success",
  LEFT_OUT: "warning",
  NOT_WANTED: "neutral",
};

/** Profiles by their official names, which no language changes. */
const PROFILES: Readonly<Record<string, string>> = {
  en16931: "Factur-X / ZUGFeRD (EN 16931)",
  xrechnung: "XRechnung",
  peppol_bis3: "Peppol BIS Billing 3.0",
};

/** What became of the e-invoice: its form, who judged it, what they found, the file. */
export function EInvoice() {
  const { t } = useLanguage();
  const { document } = useShown();
  const { pdf, xml, running } = useDownloads();
  const { einvoice } = document;
  if (einvoice === null) return null;
  return (
    <Card
      title={t("doc.einvoice")}
      actions={
        document.xml ? (
          <Button
            variant="secondary"
            size="small"
            disabled={running}
            icon={<FileCode size={14} aria-hidden />}
            onClick={xml}
          >
            {t("doc.xml")}
          </Button>
        ) : (
          einvoice.outcome === "MADE" && (
            <Button variant="secondary" size="small" disabled={running} onClick={pdf}>
              {t("doc.pdf")}
            </Button>
          )
        )
      }
    >
      <div>
        <Chip tone={TONES[einvoice.outcome]}>{t(`doc.einvoice.${einvoice.outcome}`)}</Chip>
      </div>
      <Facts
        facts={[
          [t("doc.einvoice.profile"), PROFILES[einvoice.profile] ?? einvoice.profile],
          [t("doc.einvoice.syntax"), einvoice.syntax.toUpperCase()],
          [t("doc.einvoice.judged"), einvoice.judgedBy.join(", ")],
        ]}
      />
      <Findings findings={einvoice.findings} />
      {einvoice.outcome === "MADE" && einvoice.findings.length === 0 && (
        <Text as="p" size={3} color="default2" margin={0}>
          {t("doc.einvoice.clean")}
        </Text>
      )}
    </Card>
  );
}
