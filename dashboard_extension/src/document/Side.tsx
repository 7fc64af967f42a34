import { lazy, Suspense } from "react";
import { useShown } from "./context";
import { CustomerLink } from "./parts/CustomerLink";
import { Details } from "./parts/Details";
import { LinkedDocuments } from "./parts/LinkedDocuments";
import { Notes } from "./parts/Notes";
import { Buyer, Seller } from "./parts/Parties";
import { Preview } from "./parts/Preview";
import { Publications } from "./parts/Publications";
import { VatChecks } from "./parts/VatChecks";

/** Of imported documents alone. */
const ExternalCard = lazy(() => import("../imports/ExternalCard"));

/** The narrow column: the pages, who and when, and what staff write beside it. */
export function Side() {
  const { document } = useShown();
  const isKept = document.erasedAt === null;
  return (
    <>
      {isKept && <Preview />}
      {document.source === "IMPORTED" && (
        <Suspense fallback={null}>
          <ExternalCard />
        </Suspense>
      )}
      {isKept && <Buyer />}
      <Details />
      <LinkedDocuments />
      <Notes />
      {isKept && document.state === "ISSUED" && <CustomerLink />}
      {isKept && document.buyer.vatId && <VatChecks />}
      <Publications />
      {isKept && <Seller />}
    </>
  );
}
