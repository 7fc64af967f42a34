"""The tables of the back office; nothing here is frozen."""

from saleor_invoices.desk.models.people import Preference, SavedView, StaffMember, StaffNote

__all__ = ["Preference", "SavedView", "StaffMember", "StaffNote"]
