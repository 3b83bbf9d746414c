namespace SourcingCompliance.Primitives.Diagnostics;

// The ids of how a run is set up and what it leaves behind: SC9060 to SC9079.
public static partial class DiagnosticIds
{
    /// <summary>A baseline was written for another folder than the one that is checked; findings are compared by their paths below either.</summary>
    public const string BaselineOfOtherFolder = "SC9060";

    /// <summary>A file of a folder is no bill of materials, because a configuration names it for something else.</summary>
    public const string FileOfConfiguration = "SC9061";

    /// <summary>A report leaves out results, because the program that reads it would refuse more.</summary>
    public const string ResultsLeftOut = "SC9062";
}
