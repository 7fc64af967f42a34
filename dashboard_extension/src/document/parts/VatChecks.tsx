import { Button, Text } from "@saleor/macaw-ui";
import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { formatMoment } from "../../format/dates";
import {
  VatCheckRequestDocument,
  VatChecksDocument,
  type VatChecksQuery,
} from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { Card } from "../../ui/Card";
import { Chip, type Tone } from "../../ui/Chip";
import { awaitsVatCheck } from "../awaiting";
import { useShown } from "../context";
import { DOCUMENT_KEY } from "../keys";
import { useVerb } from "../useVerb";
import { Facts } from "./Facts";

type Check = NonNullable<VatChecksQuery["vatChecks"]>[number];

const TONES: Readonly<Record<Check["answer"], Tone>> = {
  VALID: "success",
  INVALID: "error",
  UNAVAILABLE: "warning",
};

/** What VIES said about the buyer's VAT ID, and the way to ask it again. */
export function VatChecks() {
  const { t } = useLanguage();
  const { document } = useShown();
  const waiting = awaitsVatCheck(document);
  const latest = useChecks().data?.[0];
  const ask = useVerb({
    run: (api) => api(VatCheckRequestDocument, { id: document.id }),
    failure: t("doc.vies.failed"),
    watched: true,
  });
  return (
    <Card plain title={t("doc.vies")}>
      {latest && <Answer check={latest} />}
      {!latest && (
        <Text as="p" size={3} color="default2" margin={0}>
          {t("doc.vies.none")}
        </Text>
      )}
      {document.state === "ISSUED" && (
        <div>
          <Button
            variant="secondary"
            size="small"
            disabled={ask.running || waiting}
            onClick={() => ask.run()}
          >
            {t(waiting ? "doc.vies.asking" : "doc.vies.ask")}
          </Button>
        </div>
      )}
    </Card>
  );
}

function useChecks() {
  const api = useApi();
  const { document } = useShown();
  const vatId = document.buyer.vatId.replaceAll(/[^A-Za-z0-9]/g, "").toUpperCase();
  // The history tells when there is a newer answer.
  const answers = document.history?.filter(({ event }) => event === "vat_checked").length;
  return useQuery({
    queryKey: [DOCUMENT_KEY, document.id, "vies", vatId, answers],
    queryFn: async ({ signal }) =>
      (await api(VatChecksDocument, { vatId }, signal)).vatChecks ?? [],
    placeholderData: (before) => before,
  });
}

function Answer({ check }: { check: Check }) {
  const { t, locale } = useLanguage();
  return (
    <>
      <div>
        <Chip tone={TONES[check.answer]}>{t(`doc.vies.${check.answer}`)}</Chip>
      </div>
      <Facts
        facts={[
          [t("doc.vies.at"), formatMoment(check.checkedAt, locale)],
          [t("doc.vies.name"), check.name],
          [t("doc.vies.address"), check.address],
          [t("doc.vies.number"), check.consultationNumber],
          [t("doc.vies.requester"), check.requesterVatId],
          [t("doc.vies.detail"), check.detail],
        ]}
      />
    </>
  );
}
