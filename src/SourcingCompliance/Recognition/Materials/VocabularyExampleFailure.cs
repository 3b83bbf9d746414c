namespace SourcingCompliance.Recognition.Materials;

/// <summary>An example in the vocabulary that does not come out as its entry promises.</summary>
/// <param name="EntryId">Id of the substance or component that carries the example.</param>
/// <param name="Text">The example.</param>
/// <param name="Message">What was promised and what was found.</param>
public sealed record VocabularyExampleFailure(string EntryId, string Text, string Message);
