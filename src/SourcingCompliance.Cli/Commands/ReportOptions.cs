using System.CommandLine;
using SourcingCompliance.Running.Configuration;

namespace SourcingCompliance.Cli.Commands;

/// <summary>The options that say who makes the reports, how they are marked, and on which paper they are printed.</summary>
internal sealed class ReportOptions
{
    private readonly Option<string?> _company =
        new("--company") { Description = "Company on page 1 of the reports and in the letterhead of supplier requests.", HelpName = "NAME" };

    private readonly Option<string?> _contact = new("--contact") { Description = "Whom suppliers contact: name, telephone, e-mail.", HelpName = "TEXT" };

    private readonly Option<string?> _preparedBy = new("--prepared-by") { Description = "Who prepared the report.", HelpName = "NAME" };

    private readonly Option<string?> _marking =
        new("--marking") { Description = "Marking on every page, for example CUI. The default is the marking that the BOM carries.", HelpName = "TEXT" };

    private readonly Option<string?> _paper =
        new Option<string?>("--paper") { Description = "Paper of the PDF: letter or a4. The default is letter." }.AcceptOnlyFromAmong("letter", "a4");

    private readonly Option<string?> _logo = new("--logo") { Description = "Logo on page 1 and in the letterhead: a PNG or JPEG file.", HelpName = "FILE" };

    private readonly Option<DateOnly?> _replyBy =
        CheckOptions.DateOption("--reply-by", "Day by which suppliers are asked to answer (YYYY-MM-DD). If the plan needs an earlier date, that date is used.");

    /// <summary>The options in the order of the help.</summary>
    public IEnumerable<Option> All => [_company, _contact, _preparedBy, _marking, _paper, _logo, _replyBy];

    /// <summary>What the command line says.</summary>
    public ReportConfig Read(ParseResult parsed) => new()
    {
        Company = parsed.GetValue(_company),
        Contact = parsed.GetValue(_contact),
        PreparedBy = parsed.GetValue(_preparedBy),
        Marking = parsed.GetValue(_marking),
        Paper = parsed.GetValue(_paper) is { } word ? ReportConfig.GetPaper(word) : null,
        Logo = parsed.GetValue(_logo),
        ReplyBy = parsed.GetValue(_replyBy),
    };
}
