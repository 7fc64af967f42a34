import { Button } from "@saleor/macaw-ui";
import { invoicePath } from "../app/paths";
import { formatDate } from "../format/dates";
import { useLanguage } from "../i18n/context";
import { Amount } from "../ui/Amount";
import { PageLink } from "../ui/PageLink";
import type { Waiting } from "./Unlinked";
import css from "./unlinked.module.css";
import { useLink } from "./useLink";
import { useSay } from "./words";

interface Props {
  item: Waiting;
  onAsk: () => void;
}

/** One document without its order: what it is, what its source says, and what it may be of. */
export function UnlinkedItem({ item: { document, proposals }, onAsk }: Props) {
  const say = useSay();
  const { t, locale } = useLanguage();
  const { external, number } = document;
  const day = document.issueDate && formatDate(document.issueDate, locale);
  const who = document.buyer.name || document.customerEmail;
  return (
    <li className={css.item}>
      <div className={css.document}>
        <PageLink to={invoicePath(document.id)} className={css.number}>
          {number}
        </PageLink>
        <Amount money={document.total} />
        <span className={css.small}>
          {[t(`kind.${document.kind}`), day, who, external?.sourceSystem]
            .filter(Boolean)
            .join(" · ")}
        </span>
        {external && <Why external={external} />}
      </div>
      <div className={css.ways}>
        {proposals.map((proposal) => (
          <Proposed key={proposal.orderId} document={document} proposal={proposal} />
        ))}
        <Button
          variant="secondary"
          size="small"
          aria-label={say("imports.link.search.of", { number })}
          onClick={onAsk}
        >
          {say("imports.link.search")}
        </Button>
      </div>
    </li>
  );
}

type External = NonNullable<Waiting["document"]["external"]>;

function Why({ external }: { external: External }) {
  const say = useSay();
  const { orderNumber, orderReference, orderId, linkCode } = external;
  const named = orderNumber ? `#${orderNumber}` : orderReference || orderId;
  const why = say.find(`imports.link.code.${linkCode}`) ?? linkCode;
  return (
    <span className={css.small}>
      {named ? say("imports.unlinked.named", { order: named }) : say("imports.unlinked.unsaid")}
      {why && ` ${why}`}
    </span>
  );
}

interface ProposedProps {
  document: Waiting["document"];
  proposal: Waiting["proposals"][number];
}

/** An order of the same total that is near: one click links it. */
function Proposed({ document, proposal }: ProposedProps) {
  const say = useSay();
  const { locale } = useLanguage();
  const { orderNumber, channel, customer, days } = proposal;
  const link = useLink(document);
  const distance = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "day",
    unitDisplay: "long",
  });
  const why = [
    say("imports.proposal.total"),
    customer && say("imports.proposal.customer"),
    days !== null && say("imports.proposal.days", { days: distance.format(days) }),
    channel,
  ];
  return (
    <div className={css.proposal}>
      <Button
        size="small"
        variant="secondary"
        disabled={link.running}
        aria-label={say("imports.link.of", { number: document.number, order: orderNumber })}
        onClick={() => link.run({ id: proposal.orderId, number: orderNumber })}
      >
        {say("imports.link.to", { order: orderNumber })}
      </Button>
      <span className={css.small}>{why.filter(Boolean).join(" · ")}</span>
    </div>
  );
}
