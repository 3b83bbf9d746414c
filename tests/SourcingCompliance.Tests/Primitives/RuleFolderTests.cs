using SourcingCompliance.Primitives;

namespace SourcingCompliance.Tests.Primitives;

public sealed class RuleFolderTests
{
    [Fact]
    public void A_file_that_is_not_there_is_null_and_not_empty()
    {
        var folder = new RuleFolder("rules", [KeyValuePair.Create("a.json", ReadOnlyMemory<byte>.Empty)]);

        folder.Find("b.json").HasValue.ShouldBeFalse();
        folder.Find("a.json").HasValue.ShouldBeTrue();
    }
}
