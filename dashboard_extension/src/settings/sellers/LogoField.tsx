import { Button, Text } from "@saleor/macaw-ui";
import { useId, useRef, useState } from "react";
import { ApiError } from "../../api/client";
import { LegalEntityLogoSetDocument } from "../../generated/graphql";
import { useLanguage } from "../../i18n/context";
import { ErrorLine } from "../../ui/ErrorLine";
import { useMutationWithFeedback } from "../../ui/useMutationWithFeedback";
import type { Seller } from "./form";
import { base64Of, logoFault, MOST_BYTES } from "./logo";
import css from "./sellers.module.css";
import { SELLERS } from "./useSellers";

/** A seller's logo, on the paper that it is printed on and on a dark ground. */
export function LogoField({ seller, readOnly }: { seller: Seller; readOnly: boolean }) {
  const { t } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const titleId = useId();
  const [fault, setFault] = useState<string>();
  const save = useMutationWithFeedback({
    run: (api, logo: string | null) => api(LegalEntityLogoSetDocument, { id: seller.id, logo }),
    success: () => t("settings.saved"),
    invalidates: [SELLERS, ["look-preview"], ["setup"]],
  });
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    save.reset();
    const content = new Uint8Array(await file.arrayBuffer());
    const wrong = logoFault(content);
    setFault(wrong && t(wrong, { most: String(MOST_BYTES / 1_000), name: file.name }));
    if (!wrong) save.run(base64Of(content));
  };
  return (
    <section className={css.logo} aria-labelledby={titleId}>
      <Text as="h3" id={titleId} size={4} fontWeight="medium" margin={0}>
        {t("logo.title")}
      </Text>
      <Text as="p" size={2} color="default2" margin={0}>
        {t("logo.text", { most: String(MOST_BYTES / 1_000) })}
      </Text>
      {seller.logo && (
        <div className={css.shown}>
          <Ground logo={seller.logo} alt={t("logo.light", { name: seller.name })} />
          <Ground logo={seller.logo} alt={t("logo.dark", { name: seller.name })} dark />
        </div>
      )}
      {!readOnly && (
        <div className={css.line}>
          <input
            ref={input}
            type="file"
            className="visually-hidden"
            tabIndex={-1}
            accept="image/png,image/jpeg"
            aria-label={t("logo.choose")}
            onChange={(event) => {
              void choose(event.target.files?.[0]);
              event.target.value = ""; // the same file again is a new try
            }}
          />
          <Button
            type="button"
            variant="secondary"
            disabled={save.running}
            onClick={() => input.current?.click()}
          >
            {t(save.running ? "ui.working" : seller.logo ? "logo.replace" : "logo.choose")}
          </Button>
          {seller.logo && (
            <Button
              type="button"
              variant="tertiary"
              disabled={save.running}
              onClick={() => {
                setFault(undefined);
                save.run(null);
              }}
            >
              {t("logo.remove")}
            </Button>
          )}
        </div>
      )}
      {fault && (
        <div role="alert" className={css.poor}>
          {fault}
        </div>
      )}
      {save.error instanceof ApiError && save.error.code === "LOGO_INVALID" ? (
        <div role="alert" className={css.poor}>
          {t("logo.refused")} {save.error.message}
        </div>
      ) : (
        <ErrorLine error={save.error} />
      )}
    </section>
  );
}

function Ground({ logo, alt, dark = false }: { logo: string; alt: string; dark?: boolean }) {
  return (
    <div className={css.ground} data-dark={dark || undefined}>
      <img src={logo} alt={alt} />
    </div>
  );
}
