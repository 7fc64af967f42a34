import { Button, Text } from "@saleor/macaw-ui";
import { useState } from "react";
import { useLanguage } from "../../i18n/context";
import { ErrorNotice } from "../../ui/ErrorNotice";
import css from "../pages/pages.module.css";
import { Deliveries } from "./Deliveries";
import { EndpointDialog } from "./EndpointDialog";
import { EndpointTable } from "./EndpointTable";
import { useEndpoints } from "./useWebhooks";
import { useSay, WordsProvider } from "./words";

/** Addresses that hear of documents, and what became of telling them. */
export default function WebhooksPage() {
  return (
    <WordsProvider>
      <Webhooks />
    </WordsProvider>
  );
}

function Webhooks() {
  const { t } = useLanguage();
  const say = useSay();
  const [adding, setAdding] = useState(false);
  const endpoints = useEndpoints();
  const rows = endpoints.data ?? [];
  return (
    <>
      <section className={css.part}>
        <Text as="h2" size={5} fontWeight="medium" margin={0}>
          {t("settings.nav.webhooks")}
        </Text>
        <Text as="p" size={3} color="default2" margin={0}>
          {say("webhooks.text")}
        </Text>
        <div>
          <Button onClick={() => setAdding(true)}>{say("webhooks.add")}</Button>
        </div>
        {endpoints.isError ? (
          <ErrorNotice compact error={endpoints.error} retry={() => void endpoints.refetch()} />
        ) : (
          <EndpointTable rows={rows} loading={endpoints.isPending} />
        )}
        {adding && <EndpointDialog onClose={() => setAdding(false)} />}
      </section>
      {rows.length > 0 && <Deliveries endpoints={rows} />}
    </>
  );
}
