"""Imports in the schema's words."""

import datetime as dt
from collections.abc import Mapping
from typing import TypeAlias

import strawberry

from saleor_invoices.api.connections import page_size
from saleor_invoices.api.context import Info
from saleor_invoices.api.ids import global_id
from saleor_invoices.api.languages import languages_asked
from saleor_invoices.api.types.enums import FindingSeverity
from saleor_invoices.domain.findings import Finding
from saleor_invoices.imports.models import ImportJob, ImportMapping, ImportRowReport
from saleor_invoices.imports.reading import options_of
from saleor_invoices.imports.records import Preview, ReadOptions
from saleor_invoices.imports.selectors.jobs import import_rows
from saleor_invoices.imports.services.row_report import finding_kept, import_report_url
from saleor_invoices.imports.words import language_for

ImportState: TypeAlias = ImportJob.State
ImportPolicy: TypeAlias = ImportJob.Policy
ImportOutcome: TypeAlias = ImportRowReport.Outcome
strawberry.enum(
    ImportState,
    name="SalesImportState",
    description="FAILED and STOPPED can go on by `salesImportResume`.",
)
strawberry.enum(
    ImportPolicy,
    name="SalesImportPolicy",
    description="What becomes of a document that was brought before and says something else now: "
    "it is refused; it replaces the former one while no money was received; or it always does. "
    "What it said before is kept in both cases.",
)
strawberry.enum(ImportOutcome, name="SalesImportOutcome")


@strawberry.type(description="What was noticed about a document of another system.")
class SalesImportFinding:
    code: str = strawberry.field(description="Stable, for programs.")
    severity: FindingSeverity
    message: str
    remedy: str = strawberry.field(description="What would be right.")
    column: str = strawberry.field(description="As the file calls it; may be empty.")
    value: str = strawberry.field(description="What stood there, shortened; may be empty.")
    stated: str = strawberry.field(
        description="Of what differs, what the file says, or said first; may be empty."
    )
    computed: str = strawberry.field(
        description="What its parts make, or what was taken instead; may be empty."
    )
    earlier: str = strawberry.field(
        description="Where the same document stands before, like `place`; may be empty."
    )
    most: str = strawberry.field(
        description="Of what is too long or too much, how much there may be; may be empty."
    )

    @classmethod
    def of(cls, kept: Mapping[str, str]) -> "SalesImportFinding":
        """What the API shows of a kept finding."""
        return cls(
            code=kept.get("code", ""),
            severity=FindingSeverity(kept.get("severity", "warning")),
            message=kept.get("message", ""),
            remedy=kept.get("remedy", ""),
            column=kept.get("column", ""),
            value=kept.get("value", ""),
            stated=kept.get("stated", ""),
            computed=kept.get("computed", ""),
            earlier=kept.get("earlier", ""),
            most=kept.get("most", ""),
        )

    @classmethod
    def said(cls, finding: Finding) -> "SalesImportFinding":
        """A finding that was just made."""
        return cls.of(finding_kept(finding))


@strawberry.type(description="What came of one document of a file.")
class SalesImportRow:
    position: int = strawberry.field(description="Of the document in the file: 1, 2, ...")
    place: str = strawberry.field(description="For people: `row 7`, `rows 7-9`, `a.xml`.")
    external_id: str
    number: str
    outcome: ImportOutcome
    document_id: strawberry.ID | None = strawberry.field(description="Null for a dry run.")
    findings: list[SalesImportFinding]

    @classmethod
    def of(cls, row: ImportRowReport) -> "SalesImportRow":
        """What the API shows of a row."""
        found = row.document_id
        return cls(
            position=row.position,
            place=row.place,
            external_id=row.external_id,
            number=row.number,
            outcome=ImportOutcome(row.outcome),
            document_id=strawberry.ID(global_id("SalesInvoice", found)) if found else None,
            findings=[SalesImportFinding.of(kept) for kept in row.findings],
        )


@strawberry.type(description="A column of the file, and the field of ours that it is.")
class SalesImportColumn:
    header: str
    field: str


@strawberry.type(description="How a file is read; what is empty is found out from the file.")
class SalesImportOptions:
    columns: list[SalesImportColumn]
    sheet: str
    encoding: str
    delimiter: str
    decimal_sign: str
    date_order: str = strawberry.field(description="`ymd`, `dmy` or `mdy`.")
    currency: str
    language: str

    @classmethod
    def of(cls, options: ReadOptions) -> "SalesImportOptions":
        """What the API shows of options."""
        return cls(
            columns=[
                SalesImportColumn(header=header, field=field)
                for header, field in options.columns.items()
            ],
            sheet=options.sheet,
            encoding=options.encoding,
            delimiter=options.delimiter,
            decimal_sign=options.decimal_sign,
            date_order=options.date_order,
            currency=options.currency,
            language=options.language,
        )


@strawberry.type(description="A sheet of a workbook, to be named in `options.sheet`.")
class SalesImportSheet:
    name: str
    hidden: bool


@strawberry.type(description="The beginning of a file, and what its columns seem to be.")
class SalesImportPreview:
    format: str = strawberry.field(description="`csv`, `xlsx`, `jsonl`, `xml`, `pdf` or `zip`.")
    headers: list[str]
    rows: list[list[str]]
    has_columns: bool = strawberry.field(
        description="Whether its columns may be mapped; else the rows tell what is in the file."
    )
    proposal: list[SalesImportColumn] = strawberry.field(description="Where one is likely.")
    options: SalesImportOptions = strawberry.field(description="As found out.")
    findings: list[SalesImportFinding] = strawberry.field(description="Of the whole file.")
    sheets: list[SalesImportSheet] = strawberry.field(
        description="Of a workbook, in its order; `options.sheet` is the one that is shown."
    )

    @classmethod
    def of(cls, name: str, preview: Preview) -> "SalesImportPreview":
        """What the API shows of a reader's preview."""
        return cls(
            format=name,
            headers=list(preview.headers),
            rows=[list(row) for row in preview.rows],
            has_columns=preview.has_columns,
            proposal=[
                SalesImportColumn(header=header, field=field)
                for header, field in preview.proposal.items()
            ],
            options=SalesImportOptions.of(preview.options),
            findings=[SalesImportFinding.said(one) for one in preview.findings],
            sheets=[
                SalesImportSheet(name=sheet.name, hidden=sheet.is_hidden)
                for sheet in preview.sheets
            ],
        )


@strawberry.type(description="An import of a file, in the background.")
class SalesImportJob:
    row: strawberry.Private[ImportJob]
    id: strawberry.ID
    state: ImportState
    upload_id: strawberry.ID
    file_name: str
    file_size: int = strawberry.field(description="In bytes.")
    format: str = strawberry.field(description="Empty until it was looked at.")
    source_system: str
    legal_entity: str = strawberry.field(description="The seller's key.")
    legal_entity_name: str
    policy: ImportPolicy
    dry_run: bool = strawberry.field(description="Everything is checked and nothing is kept.")
    publish: bool
    position: int = strawberry.field(description="Documents that were dealt with.")
    created: int
    updated: int
    unchanged: int
    rejected: int
    warned: int = strawberry.field(description="Kept although something was noticed.")
    started_by: str
    created_at: dt.datetime
    finished_at: dt.datetime | None
    last_error: str = strawberry.field(description="Why it failed, or is tried again.")

    @strawberry.field(description="From 0 to 1, about; null where it can't be told.")
    def progress(self) -> float | None:
        if self.row.state == ImportState.DONE:
            return 1.0
        return min(self.row.row / self.row.rows, 1.0) if self.row.rows else None

    @strawberry.field(description="How it is read.")
    def options(self) -> SalesImportOptions:
        return SalesImportOptions.of(options_of(self.row.options))

    @strawberry.field(description="As `SalesDocumentEvent.actorName`.")
    def started_by_name(self, info: Info) -> str:
        return info.context.actor_name(self.started_by)

    @strawberry.field(
        description="Opens the report as CSV for five minutes. `language` is BCP 47, of which "
        "there are en, de, fr and pl; empty: as the request's `Accept-Language` says."
    )
    def report_url(self, info: Info, language: str = "") -> str:
        return import_report_url(self.row, language_for(*languages_asked(info, language)))

    @strawberry.field(
        description="What came of documents, in the file's order, where they were not plainly "
        "created or unchanged; `after` is a position."
    )
    def rows(
        self, outcome: ImportOutcome | None = None, first: int | None = None, after: int = 0
    ) -> list[SalesImportRow]:
        found = import_rows(job=self.row, outcome=outcome, after=after)
        return [SalesImportRow.of(row) for row in found[: page_size(first)]]

    @classmethod
    def of(cls, row: ImportJob) -> "SalesImportJob":
        """What the API shows of a row."""
        return cls(
            row=row,
            id=strawberry.ID(global_id("SalesImportJob", row.pk)),
            state=ImportState(row.state),
            upload_id=strawberry.ID(str(row.upload_id)),
            file_name=row.upload.name,
            file_size=row.upload.size,
            format=row.format,
            source_system=row.source_system,
            legal_entity=row.legal_entity.key,
            legal_entity_name=row.legal_entity.name,
            policy=ImportPolicy(row.policy),
            dry_run=row.dry_run,
            publish=row.publish,
            position=row.position,
            created=row.created_count,
            updated=row.updated_count,
            unchanged=row.unchanged_count,
            rejected=row.rejected_count,
            warned=row.warned_count,
            started_by=row.started_by,
            created_at=row.created_at,
            finished_at=row.finished_at,
            last_error=row.last_error,
        )


@strawberry.type(description="A mapping of columns that the store keeps.")
class SalesImportMapping:
    row: strawberry.Private[ImportMapping]
    id: strawberry.ID
    name: str
    updated_at: dt.datetime

    @strawberry.field(description="How a file is read by it.")
    def options(self) -> SalesImportOptions:
        return SalesImportOptions.of(options_of(self.row.options))

    @classmethod
    def of(cls, row: ImportMapping) -> "SalesImportMapping":
        """What the API shows of a row."""
        identity = strawberry.ID(global_id("SalesImportMapping", row.pk))
        return cls(row=row, id=identity, name=row.name, updated_at=row.updated_at)
