using System.Reflection;
using SourcingCompliance.Formats.Guidance;
using SourcingCompliance.Server.Settings;

namespace SourcingCompliance.Server.Uploads;

public sealed class ServerDiagnosticIdsTests
{
    [Fact]
    public void Every_id_of_the_server_has_a_cause_and_a_remedy()
    {
        FieldInfo[] ids = [.. typeof(ServerDiagnosticIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)];

        string[] missing = [.. ids.Where(id => DiagnosticGuide.Find((string)(id.GetRawConstantValue() ?? ""))?.Name != id.Name).Select(id => id.Name)];

        missing.ShouldBeEmpty("Add them to src/SourcingCompliance.Formats/Guidance/diagnostics.json.");
        ids.ShouldNotBeEmpty();
    }
}
