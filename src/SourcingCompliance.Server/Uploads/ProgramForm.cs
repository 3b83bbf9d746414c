using System.Net.Mail;
using System.Text.Json;
using SourcingCompliance.Formats.Writing;
using SourcingCompliance.Server.Storage;

namespace SourcingCompliance.Server.Uploads;

/// <summary>Reads a program from the fields of a form; contract details are read as those of an upload are.</summary>
public static class ProgramForm
{
    private const int MostDeliveries = 60;
    private const int MostAddresses = 20;

    /// <summary>The program.</summary>
    /// <param name="form">The fields: name, prime, marking, deliveries, remindTo, and those of <see cref="ContractForm"/>.</param>
    /// <param name="id">Its id.</param>
    /// <param name="now">Now, UTC, as the store spells it.</param>
    /// <exception cref="UploadRefusedException">A field cannot be used; it names every one of them.</exception>
    public static ProgramRecord Read(UploadForm form, string id, string now)
    {
        ArgumentNullException.ThrowIfNull(form);
        var fields = new FieldReader(form);
        string name = fields.ReadLine("name");
        if (form["name"].Length == 0)
        {
            fields.Refuse("name", "Enter a name, e.g. the name of the end item.");
        }

        // Read for what is wrong with them; a check reads them again.
        _ = ContractForm.Write(form, fields);
        var contract = ContractForm.FieldNames.Where(field => form[field].Length > 0)
            .ToDictionary(field => field, field => form[field], StringComparer.Ordinal);
        var program = new ProgramRecord
        {
            Id = id,
            Name = name,
            Prime = fields.ReadLine("prime"),
            Marking = fields.ReadLine("marking"),
            Deliveries = string.Join(',', ReadDeliveries(form, fields)),
            Contract = JsonSerializer.Serialize(contract),
            RemindTo = string.Join("; ", ReadAddresses(fields)),
            CreatedAt = now,
            ChangedAt = now,
        };
        fields.EnsureUsable();
        return program;
    }

    private static string[] ReadDeliveries(UploadForm form, FieldReader fields)
    {
        string[] typed = [.. fields.ReadEntries("deliveries")];
        var days = new List<string>();
        foreach (string text in typed.Take(MostDeliveries))
        {
            var one = new FieldReader(new UploadForm([], form.Attachments, [("deliveries", text)]));
            if (one.ReadDay("deliveries") is { } day)
            {
                days.Add(ReportTokens.Format(day));
            }
            else
            {
                fields.Refuse("deliveries", $"'{text}' is no date. Enter dates with semicolons between, e.g. 2027-03-15; June 1, 2027.");
            }
        }

        if (typed.Length > MostDeliveries)
        {
            fields.Refuse("deliveries", FormattableString.Invariant($"Enter at most {MostDeliveries} dates."));
        }

        return [.. days.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static IReadOnlyList<string> ReadAddresses(FieldReader fields)
    {
        IReadOnlyList<string> typed = fields.ReadEntries("remindTo");
        if (typed.FirstOrDefault(text => !MailAddress.TryCreate(text, out MailAddress? address) || address.Address != text) is { } wrong)
        {
            fields.Refuse("remindTo", $"'{wrong}' is no e-mail address. Enter addresses with semicolons between.");
        }
        else if (typed.Count > MostAddresses)
        {
            fields.Refuse("remindTo", FormattableString.Invariant($"Enter at most {MostAddresses} addresses."));
        }

        return typed;
    }
}
