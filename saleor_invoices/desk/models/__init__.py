"""The tables of the back office; nothing here is frozen."""

from saleor_invoices.desk.models.bulk import BulkItem, BulkJob
from saleor_invoices.desk.models.people import Preference, SavedView, StaffMember, StaffNote

__all__ = ["BulkItem", "BulkJob", "Preference", "SavedView", "StaffMember", "StaffNote"]
