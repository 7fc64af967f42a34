import { APP, type Place } from "../../settings/model/place";
import { useSellers } from "../../settings/sellers/useSellers";

/** Where a store sets what belongs to its seller: at the only one, else for the whole app. */
export function useSellerPlace() {
  const sellers = useSellers();
  const all = sellers.data ?? [];
  const seller = all.length === 1 ? all[0] : undefined;
  const place: Place = seller ? { level: "LEGAL_ENTITY", name: seller.key } : APP;
  return { place, seller, first: all[0] };
}
