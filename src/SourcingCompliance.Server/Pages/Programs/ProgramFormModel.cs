using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Pages.Programs;

/// <summary>The form of a program as it was typed, and what is wrong with it.</summary>
/// <param name="Id">Id of the program; null = a new one.</param>
/// <param name="Values">What was typed, by field.</param>
public sealed record ProgramFormModel(string? Id, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>A new program.</summary>
    public static ProgramFormModel Empty { get; } = new(null, new Dictionary<string, string>());

    /// <summary>What is wrong, by field.</summary>
    public IReadOnlyDictionary<string, string> Errors { get; init; } = new Dictionary<string, string>();

    /// <summary>What was typed into a field; empty = nothing.</summary>
    /// <param name="field">Name of the field.</param>
    public string this[string field] => Values.GetValueOrDefault(field, "");

    /// <summary>The form of a program.</summary>
    /// <param name="program">The program.</param>
    public static ProgramFormModel From(ProgramRecord program)
    {
        ArgumentNullException.ThrowIfNull(program);
        return new ProgramFormModel(program.Id, new Dictionary<string, string>(program.GetContract(), StringComparer.Ordinal)
        {
            ["name"] = program.Name,
            ["prime"] = program.Prime,
            ["marking"] = program.Marking,
            ["deliveries"] = string.Join("; ", program.GetDeliveries()),
            ["remindTo"] = program.RemindTo,
        });
    }

    /// <summary>Why a field cannot be used; null = it can.</summary>
    /// <param name="field">Name of the field.</param>
    public string? GetError(string field) => Errors.GetValueOrDefault(field);
}
