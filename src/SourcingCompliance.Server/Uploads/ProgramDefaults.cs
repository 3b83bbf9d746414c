using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>What an upload takes from its program: contract details, marking, and the delivery date, each only where the form leaves it blank.</summary>
/// <param name="programs">The programs.</param>
public sealed class ProgramDefaults(ProgramStore programs)
{
    /// <summary>Fills in a form.</summary>
    /// <param name="form">The form as received.</param>
    /// <param name="today">The check date when the form has none.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The form with the defaults, and the program; null = the form names none.</returns>
    /// <exception cref="UploadRefusedException">The program that the form names is not on the server.</exception>
    public async Task<(UploadForm Form, ProgramRecord? Program)> FillIn(UploadForm form, DateOnly today, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(form);
        string named = form["program"];
        if (named.Length == 0)
        {
            return (form, null);
        }

        ProgramRecord program = await programs.Find(named, cancellation)
            ?? throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, $"program ('{named}'): {NoSuchProgram}")
            { Errors = new Dictionary<string, string> { ["program"] = NoSuchProgram } };
        var given = new List<(string Name, string Value)>();
        IReadOnlyDictionary<string, string> contract = program.GetContract();
        // A contract file says everything about its contract, and another contract has its own value and place of use.
        bool isOther = form["contractNumber"] is { Length: > 0 } number && number != contract.GetValueOrDefault("contractNumber", number);
        if (!isOther && !form.Attachments.ContainsKey(AttachmentKind.Contract))
        {
            given.AddRange(contract.Select(field => (field.Key, field.Value)));
        }

        given.Add(("marking", program.Marking));
        if (GetDelivery(program, ReportTokens.Format(new FieldReader(form).ReadDay("asOf") ?? today)) is { } delivery)
        {
            given.Add(("delivery", delivery));
        }

        return (form with { Fields = [.. form.Fields, .. given.Where(field => field.Value.Length > 0 && form[field.Name].Length == 0)] }, program);
    }

    /// <summary>
    /// The delivery date of a check that names none: the only one that is still to come. Of several none is taken, because an earlier one can fall under
    /// an earlier rule; such a check shows every period and uses the last.
    /// </summary>
    /// <param name="program">The program.</param>
    /// <param name="day">The check date, ISO.</param>
    public static string? GetDelivery(ProgramRecord program, string day)
    {
        ArgumentNullException.ThrowIfNull(program);
        IReadOnlyList<string> open = program.GetDeliveriesFrom(day);
        return open.Count == 1 ? open[0] : null;
    }

    private const string NoSuchProgram = "The program is not on this server. Choose one of the list, or add it first.";
}
