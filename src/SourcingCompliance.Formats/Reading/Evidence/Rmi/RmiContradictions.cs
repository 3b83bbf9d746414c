namespace SourcingCompliance.Formats.Reading.Evidence.Rmi;

/// <summary>Finds answers of a template that cannot both be true. The template's own check only looks whether cells are filled.</summary>
internal static class RmiContradictions
{
    /// <summary>The contradictions, one sentence each.</summary>
    public static IEnumerable<string> Get(RmiForm form)
    {
        foreach (string mineral in form.Minerals)
        {
            RmiAnswer? used = form.AnswerTo(1, mineral);
            RmiAnswer? remains = form.AnswerTo(2, mineral);
            RmiSmelter? smelter = form.Smelters.FirstOrDefault(smelter => FormText.AreSame(smelter.Metal, mineral));
            if (used?.Kind == RmiAnswerKind.No && smelter is not null)
            {
                yield return $"{used.Place} says that {mineral} is not used, and {smelter.Place} lists a smelter of it.";
            }

            if (form.Kind != EvidenceKind.Amrt && used?.Kind == RmiAnswerKind.No && remains?.Kind == RmiAnswerKind.Yes)
            {
                yield return $"{used.Place} says that {mineral} is not used, and {remains.Place} that it remains in the product.";
            }

            foreach (string complete in OfCompleteness(form, mineral, smelter))
            {
                yield return complete;
            }
        }
    }

    // CMRT 6: question 7 asks whether all smelters are identified, question 5 whether all of it is recycled.
    private static IEnumerable<string> OfCompleteness(RmiForm form, string mineral, RmiSmelter? smelter)
    {
        if (form.Kind != EvidenceKind.Cmrt)
        {
            yield break;
        }

        RmiAnswer? identified = form.AnswerTo(7, mineral);
        RmiSmelter? unidentified = form.Smelters.FirstOrDefault(row => row.IsUnidentified && FormText.AreSame(row.Metal, mineral));
        if (identified?.Kind == RmiAnswerKind.Yes && unidentified is not null)
        {
            yield return $"{identified.Place} says that all smelters of {mineral} are identified, and {unidentified.Place} is not.";
        }

        if (identified?.Kind == RmiAnswerKind.Yes && smelter is null && form.AnswerTo(2, mineral)?.Kind == RmiAnswerKind.Yes)
        {
            yield return $"{identified.Place} says that all smelters of {mineral} are identified, and the list has none.";
        }

        RmiAnswer? reported = form.AnswerTo(8, mineral);
        if (identified?.Kind == RmiAnswerKind.No && reported?.Kind == RmiAnswerKind.Yes)
        {
            yield return $"{identified.Place} says that not all smelters of {mineral} are identified, and {reported.Place} that all are reported.";
        }
    }
}
