"""Stand-ins for the official rules of a folder: a Schematron's XSLT with one rule of our own."""

from pathlib import Path

_STYLESHEET = """<xsl:stylesheet version="2.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:svrl="http://purl.oclc.org/dsdl/svrl"
  xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"
  xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
  xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100">
  <xsl:template match="/">
    <svrl:schematron-output>
      <xsl:if test="not({holds})">
        <svrl:failed-assert id="{rule}" flag="{flag}" location="/*">
          <svrl:text>[{rule}] - Stand-in rule {rule} does not hold</svrl:text>
        </svrl:failed-assert>
      </xsl:if>
    </svrl:schematron-output>
  </xsl:template>
</xsl:stylesheet>"""


def install(folder: Path, name: str, rule: str, holds: str, *, flag: str = "fatal") -> Path:
    """Write the rule set ``name`` with one rule, an XPath that must be true; return the folder."""
    path = folder / "schematron" / f"{name}.xslt"
    path.parent.mkdir(exist_ok=True)
    path.write_text(_STYLESHEET.format(rule=rule, holds=holds, flag=flag), encoding="utf-8")
    return folder
