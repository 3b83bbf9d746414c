using System.Collections.Immutable;
using SourcingCompliance.Primitives;

namespace SourcingCompliance.Recognition.Origins;

/// <summary>
/// Reads what a text says about origin. Remembers the texts it has read: one instance belongs to one thread at a time; the
/// vocabulary is shared.
/// </summary>
public sealed class OriginRecognizer
{
    private readonly CountryVocabulary _vocabulary;
    private readonly OriginSettings _settings;
    private readonly CancellationToken _cancellation;
    private readonly OriginText _text = new();
    private readonly ItemMatcher _matcher;
    private readonly CodeResolver _codes;
    private readonly PlaceResolver _places;
    private readonly NearMiss _nearMiss;
    private readonly Dictionary<(string Text, int Kind), RecognizedOrigin> _remembered = [];

    /// <summary>A recognizer over a vocabulary.</summary>
    /// <param name="vocabulary">The vocabulary.</param>
    /// <param name="settings">The choices.</param>
    /// <param name="cancellation">Ends the run before a text is read.</param>
    public OriginRecognizer(CountryVocabulary vocabulary, OriginSettings settings, CancellationToken cancellation = default)
    {
        _cancellation = cancellation;
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(settings);
        _vocabulary = vocabulary;
        _settings = settings;
        _matcher = new ItemMatcher(vocabulary);
        _codes = new CodeResolver(vocabulary);
        _places = new PlaceResolver(vocabulary);
        _nearMiss = new NearMiss(vocabulary);
    }

    /// <summary>The choices that the recognizer was made with.</summary>
    public OriginSettings Settings => _settings;

    /// <summary>The English short name of a country; its code when it is not known.</summary>
    public string GetName(Country country) => _vocabulary.GetName(country);

    /// <summary>What a cell of an origin or stage column says.</summary>
    /// <param name="text">The text of the cell; blanks around it do not matter.</param>
    /// <param name="scheme">The list that the column's codes come from.</param>
    public RecognizedOrigin RecognizeCell(string text, OriginCodeScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Remember(text.Trim(), (int)scheme);
    }

    /// <summary>What a description or note says about origin, after a label such as "made in" or 产地 only.</summary>
    /// <param name="text">The text; without a label nothing is read, whatever countries it names.</param>
    public RecognizedOrigin RecognizeLabelled(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Remember(text.Trim(), LabelledKind);
    }

    /// <summary>
    /// The countries that a text of any column names in words, with or without a label: "bought in China", "Shenzhen". Codes are not
    /// read, for <c>CN</c> in a remark is a connector.
    /// </summary>
    /// <param name="text">The text.</param>
    internal RecognizedOrigin RecognizeNamed(string text) => Remember(text.Trim(), NamedKind);

    private const int LabelledKind = -1;
    private const int NamedKind = -2;
    private const int LongestWholeText = 80;
    private const int LongestSpaced = 400;

    private RecognizedOrigin? ReadWhole(string text, OriginCodeScheme scheme)
    {
        _text.Read(text);
        ReadOnlySpan<char> key = _text.Key;
        if (key.IsEmpty)
        {
            return RecognizedOrigin.Nothing;
        }

        VocabularyEntry? phrase = _vocabulary.FindPhrase(key);
        if (phrase is not null && phrase.Has(WordMeanings.NoInformation) && phrase.Sense == CountrySense.None)
        {
            return RecognizedOrigin.Nothing;
        }

        if (_text.Tokens.Length == 1 && key.Length <= 3)
        {
            VocabularyEntry? written = _vocabulary.FindWritten(_text, 0, out bool isNoCode);
            if (written is not null || isNoCode)
            {
                return written?.ReadAlone();
            }
        }

        // "China-Taiwan" may be a list, "China Taiwan" is Taiwan.
        return phrase is not null && _text.IsLooselyJoined && _vocabulary.IsNamedWithAnother(phrase)
            ? null
            : _vocabulary.FindCode(key, scheme)?.ReadAlone() ?? phrase?.ReadAlone();
    }

    private RecognizedOrigin Remember(string text, int kind)
    {
        if (_remembered.TryGetValue((text, kind), out RecognizedOrigin? known))
        {
            return known;
        }

        _cancellation.ThrowIfCancellationRequested();
        bool mayBeWhole = kind >= 0 && text.Length <= LongestWholeText;
        RecognizedOrigin origin = (mayBeWhole ? ReadWhole(text, (OriginCodeScheme)kind) : null)
            ?? Read(text.Length <= LongestSpaced ? SpacedLetters.Join(text) ?? text : text, kind);
        if (_remembered.Count < _settings.MaximumRememberedTexts)
        {
            _remembered[(text, kind)] = origin;
        }

        return origin;
    }

    private RecognizedOrigin Read(string text, int kind)
    {
        bool isCut = text.Length > _settings.MaximumTextLength;
        _text.Read(isCut ? text[.._settings.MaximumTextLength] : text);
        OriginCodeScheme scheme = kind < 0 ? OriginCodeScheme.Iso : (OriginCodeScheme)kind;
        List<OriginItem> items = _matcher.Match(_text, scheme);
        if (kind == LabelledKind)
        {
            items = LabelledText.Keep(items);
            if (items.Count == 0)
            {
                return RecognizedOrigin.Nothing;
            }
        }

        _places.JoinTowns(_text, items, scheme);
        if (kind != NamedKind)
        {
            _codes.Resolve(_text, items);
        }

        _places.JoinAgreeing(items);
        AttributeResolver.Resolve(items);
        RecognizedOrigin origin = OriginInterpreter.Interpret(_text, items);
        if (isCut && origin.Certainty == OriginCertainty.Definite)
        {
            origin = origin with { Certainty = OriginCertainty.Ambiguous, Why = "only the beginning of a very long text was read" };
        }

        if (kind < 0)
        {
            return origin with { Unread = null };
        }

        bool isSilent = origin is { Certainty: OriginCertainty.Unknown, Relation: OriginRelation.None };
        return isSilent && _nearMiss.Suggest(_text, items) is string suggestion ? origin with { Suggestion = suggestion } : origin;
    }
}
