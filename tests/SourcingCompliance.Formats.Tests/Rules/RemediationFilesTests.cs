using SourcingCompliance.Diagnostics;
using SourcingCompliance.Formats.Rules;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Tests.Rules;

public sealed class RemediationFilesTests
{
    [Theory]
    [InlineData("rules/schema/remediation.schema.json", "rules/dfars-252.225-7052/remediation.json")]
    [InlineData("rules/schema/sources.schema.json", "rules/reference/sources.json")]
    public void A_file_fits_the_schema_that_it_names(string schema, string file)
    {
        Repository.ReadText(file).ShouldContain($"\"$schema\": \"../schema/{Path.GetFileName(schema)}\"");
        JsonSchema.Validate(Repository.ReadText(schema), Repository.ReadText(file)).ShouldBeEmpty();
    }

    [Fact]
    public void The_files_travel_inside_the_assembly()
    {
        var diagnostics = new DiagnosticBag();

        RemediationTemplates.Load(RuleFolders.Shipped(), "dfars-252.225-7052", diagnostics).Actions.ShouldNotBeEmpty();
        SupplySources.Load(RuleFolders.Shipped(), diagnostics).All.ShouldNotBeEmpty();
        diagnostics.Items.ShouldBeEmpty();
    }
}
