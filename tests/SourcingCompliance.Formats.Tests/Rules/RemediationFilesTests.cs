using SourcingCompliance.Formats.Files;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Remediation;

namespace SourcingCompliance.Formats.Tests.Rules;

public sealed class RemediationFilesTests
{
    [Fact]
    public void The_files_travel_inside_the_assembly()
    {
        var diagnostics = new DiagnosticBag();

        RemediationTemplates.Load(RuleFolders.Shipped(), "dfars-252.225-7052", diagnostics).Actions.ShouldNotBeEmpty();
        SupplySources.Load(RuleFolders.Shipped(), diagnostics).All.ShouldNotBeEmpty();
        diagnostics.Items.ShouldBeEmpty();
    }
}
