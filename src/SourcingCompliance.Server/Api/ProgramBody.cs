using SourcingCompliance.Server.Settings;
using SourcingCompliance.Server.Storage;
using SourcingCompliance.Server.Uploads;

namespace SourcingCompliance.Server.Api;

/// <summary>A program as the interface gives and takes it.</summary>
public sealed record ProgramBody
{
    /// <summary>Its id; not read when a program is added or changed.</summary>
    public string? Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The prime contractor; empty = not stated.</summary>
    public string Prime { get; init; } = "";

    /// <summary>Marking on every page of its reports; empty = that of each BOM.</summary>
    public string Marking { get; init; } = "";

    /// <summary>Delivery dates, ISO.</summary>
    public IReadOnlyList<string> Deliveries { get; init; } = [];

    /// <summary>
    /// Contract details by the field of an upload: contractNumber, clauseDate, clauseInContract, awardDate, value, placeOfUse, acquiredOutsideUnitedStates,
    /// specialtyMetalsClause.
    /// </summary>
    public IReadOnlyDictionary<string, string> Contract { get; init; } = new Dictionary<string, string>();

    /// <summary>E-mail addresses that are reminded of deadlines.</summary>
    public IReadOnlyList<string> RemindTo { get; init; } = [];

    /// <summary>The program of the store.</summary>
    /// <param name="program">The program.</param>
    internal static ProgramBody From(ProgramRecord program) => new()
    {
        Id = program.Id,
        Name = program.Name,
        Prime = program.Prime,
        Marking = program.Marking,
        Deliveries = program.GetDeliveries(),
        Contract = program.GetContract(),
        RemindTo = program.RemindTo.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
    };

    /// <summary>The same as a form.</summary>
    /// <exception cref="UploadRefusedException">A contract detail has no known name.</exception>
    internal UploadForm ToForm()
    {
        if (Contract.Keys.FirstOrDefault(field => !ContractForm.FieldNames.Contains(field, StringComparer.Ordinal)) is { } unknown)
        {
            string sentence = $"There is no contract detail '{unknown}'. Choose from: {string.Join(", ", ContractForm.FieldNames)}.";
            throw new UploadRefusedException(StatusCodes.Status400BadRequest, ServerDiagnosticIds.UploadMalformed, sentence)
            { Errors = new Dictionary<string, string> { ["contract"] = sentence } };
        }

        return new UploadForm([], new Dictionary<string, (string, StoredContent)>(),
        [
            ("name", Name), ("prime", Prime), ("marking", Marking), ("deliveries", string.Join(';', Deliveries)), ("remindTo", string.Join(';', RemindTo)),
            .. Contract.Select(field => (field.Key, field.Value)),
        ]);
    }
}
