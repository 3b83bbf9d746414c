using SourcingCompliance.Primitives;
using SourcingCompliance.Recognition.Origins;

namespace SourcingCompliance.Tests.Recognition.Origins;

public sealed class OriginGridTests
{
    private static readonly Country[] Partners = [new("CN"), new("RU"), new("KP"), new("US"), new("DE"), new("IN")];

    [Fact]
    public void No_country_of_a_list_is_lost_whatever_stands_between_the_two()
    {
        OriginGrid.Verify(ShippedVocabulary.Vocabulary, Partners, [("", "")]).ShouldBeEmpty();
    }

    [Fact]
    public void No_country_of_a_list_is_lost_whatever_stands_around_it()
    {
        OriginGrid.Verify(ShippedVocabulary.Vocabulary, [new Country("CN")], OriginGrid.Positions.Skip(1)).ShouldBeEmpty();
    }
}
