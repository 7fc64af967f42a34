import { Text } from "@saleor/macaw-ui";
import { ArrowLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useLanguage } from "../i18n/context";
import css from "./Page.module.css";
import { PageLink } from "./PageLink";

interface PageProps {
  children: ReactNode;
  /** Beside the content, as on the dashboard's page of an order. */
  aside?: ReactNode;
  /** A bar that stays at the bottom: the buttons of a form. */
  foot?: ReactNode;
  head?: ReactNode;
}

/** The frame of one page: its head, its content, what stands beside and below. */
export function Page({ head, aside, foot, children }: PageProps) {
  return (
    <div className={css.page}>
      {head}
      <div className={aside ? css.split : undefined}>
        <div className={css.main}>{children}</div>
        {aside && <aside className={css.aside}>{aside}</aside>}
      </div>
      {foot && <div className={css.foot}>{foot}</div>}
    </div>
  );
}

interface PageHeadProps {
  title: string;
  /** A line below the title. */
  text?: ReactNode;
  /** A route of ours that the arrow leads back to. */
  back?: string;
  backLabel?: string;
  /** Chips beside the title. */
  badges?: ReactNode;
  actions?: ReactNode;
  /** With a line below, where no toolbar follows. */
  line?: boolean;
}

/** A page's title, its way back and its actions; names the document too. */
export function PageHead({ title, text, back, backLabel, badges, actions, line }: PageHeadProps) {
  const { t } = useLanguage();
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <header className={line ? `${css.head} ${css.line}` : css.head}>
      {back !== undefined && (
        <PageLink to={back} className={css.back} aria-label={backLabel ?? t("ui.back")}>
          <ArrowLeft size={18} aria-hidden />
        </PageLink>
      )}
      <div className={css.words}>
        <div className={css.title}>
          <Text as="h1" size={6} fontWeight="medium" margin={0} className={css.name}>
            {title}
          </Text>
          {badges}
        </div>
        {text && (
          <Text as="p" size={3} color="default2" margin={0}>
            {text}
          </Text>
        )}
      </div>
      {actions && <div className={css.actions}>{actions}</div>}
    </header>
  );
}
