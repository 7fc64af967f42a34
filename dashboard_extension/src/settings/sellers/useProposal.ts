import { useQuery } from "@tanstack/react-query";
import { useApi } from "../../api/context";
import { SellerProposalDocument, type SellerProposalQuery } from "../../generated/graphql";
import { EMPTY_SELLER, type SellerForm } from "./form";

/** A seller as Saleor knows the shop; an empty one where Saleor can't be asked. */
export function useProposal(enabled = true) {
  const api = useApi();
  const proposal = useQuery({
    queryKey: ["seller-proposal"],
    queryFn: async ({ signal }) =>
      (await api(SellerProposalDocument, {}, signal)).salesSellerProposal,
    enabled,
    retry: false,
    staleTime: 60_000,
  });
  const found = proposal.data;
  return {
    isPending: enabled && proposal.isPending,
    isKnown: Boolean(found?.name),
    initial: found ? proposed(found) : EMPTY_SELLER,
    found,
  };
}

type Proposal = NonNullable<SellerProposalQuery["salesSellerProposal"]>;

function proposed({ name, country, phone, timezone, address }: Proposal): SellerForm {
  return {
    ...EMPTY_SELLER,
    name,
    country,
    phone,
    timezone,
    street: address?.street ?? "",
    additional: address?.additional ?? "",
    postalCode: address?.postalCode ?? "",
    city: address?.city ?? "",
    subdivision: address?.subdivision ?? "",
  };
}
