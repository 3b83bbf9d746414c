namespace SourcingCompliance.Server.Views;

/// <summary>Short names for kinds of actions.</summary>
internal static class ActionWords
{
    /// <summary>The name of a kind: <c>Replace</c>.</summary>
    /// <param name="kind">The kind as reports spell it.</param>
    public static string Format(string kind) => kind switch
    {
        "request-evidence" => "Ask the supplier",
        "show-exception" => "Document an exception",
        "re-source" => "Replace",
        "redesign" => "Redesign",
        "request-determination" => "Request a determination",
        "disclose" => "Disclose",
        _ => kind.Replace('-', ' '),
    };
}
