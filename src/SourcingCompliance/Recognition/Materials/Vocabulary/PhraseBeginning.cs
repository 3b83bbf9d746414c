namespace SourcingCompliance.Recognition.Materials.Vocabulary;

/// <summary>The beginning of a phrase at the end of a word: "magnetic", which may be the modifier of a noun that stands elsewhere.</summary>
/// <param name="Node">The place of the trie behind the blank that follows.</param>
/// <param name="Start">First folded character of the beginning.</param>
/// <param name="End">The folded character behind it.</param>
internal readonly record struct PhraseBeginning(int Node, int Start, int End);
