using System.Text;
using SourcingCompliance.Primitives.Diagnostics;
using SourcingCompliance.Primitives.Json;

namespace SourcingCompliance.Tests.Primitives.Json;

/// <summary>Two readers must not read one file differently: what they could is refused, with its place.</summary>
public class JsonTextTests
{
    [Theory]
    [InlineData("{\"a\": {\"day\": 1,\n \"day\": 2}}", "the key \"day\" stands twice in one object, at line 1, byte 8 and at line 2, byte 2")]
    [InlineData("{\"a\":1,\"\\u0061\":2}", "the key \"a\" stands twice")]
    [InlineData("{\n\"\\ud800$schema\": 1}", "the text at line 2, byte 1 contains half a character")]
    [InlineData("{\"a\": \"\\udc00\"}", "the text at line 1, byte 7 contains half a character")]
    [InlineData("{\"a\": 1e999}", "the number at line 1, byte 7 is too large")]
    [InlineData("{\"a\": -1e16}", "the number at line 1, byte 7 is too large")]
    [InlineData("{\"a\": 1,}", "it is not valid JSON at line 1, byte 9")]
    [InlineData("", "it is not valid JSON at line 1, byte 1")]
    public void What_two_readers_could_read_differently_is_refused_with_its_place(string json, string words) =>
        FaultOf(Encoding.UTF8.GetBytes(json)).ShouldContain(words);

    [Fact]
    public void Bytes_that_are_no_utf8_are_refused() => FaultOf([.. "{\"a\": \""u8, 0xFF, .. "\"}"u8]).ShouldContain("line 1, byte 7");

    [Fact]
    public void Values_nested_without_end_are_refused() => FaultOf(Encoding.UTF8.GetBytes(new string('[', 100_000)))
        .ShouldContain("nested deeper than 64 levels at line 1, byte 65");

    [Fact]
    public void One_key_in_several_objects_is_sound()
    {
        using var document = JsonText.Parse("\uFEFF{\"a\": [{\"id\": \"\\ud83d\\ude00\"}, {\"id\": \"é\"}], \"id\": 1000000000000000}"u8.ToArray());

        document.RootElement.GetProperty("a").GetArrayLength().ShouldBe(2);
    }

    [Theory]
    [InlineData("k3")]
    [InlineData("\\u006b3")]
    [InlineData("k39")]
    public void A_key_that_stands_twice_among_many_is_refused(string again)
    {
        string many = string.Join(", ", Enumerable.Range(0, 40).Select(number => $"\"k{number}\": {{\"k3\": {number}}}"));

        FaultOf(Encoding.UTF8.GetBytes($"{{{many}, \"{again}\": 1}}")).ShouldContain("stands twice in one object");
    }

    [Fact]
    public void An_object_of_many_keys_is_sound()
    {
        string many = string.Join(", ", Enumerable.Range(0, 40).Select(number => $"\"k{number}\": {{\"k3\": {number}, \"\\u006b4\": 0}}"));

        using var document = JsonText.Parse(Encoding.UTF8.GetBytes($"{{{many}}}"));

        document.RootElement.GetProperty("k39").GetProperty("k3").GetInt32().ShouldBe(39);
    }

    [Fact]
    public void A_property_of_which_nobody_asks_is_told_wherever_it_stands()
    {
        var diagnostics = new DiagnosticBag();
        const string json = "{\"$schema\": \"x\", \"day\": 1, \"parts\": [{\"id\": \"a\"}, {\"id\": \"b\", \"idd\": 2}]}";
        JsonObjectReader reader = JsonObjectReader.Open(Encoding.UTF8.GetBytes(json), JsonReadingContext.ForContract("c.json", diagnostics)).ShouldNotBeNull();

        reader.All("parts", part =>
        {
            string? id = part.Text("id");
            part.Has("name").ShouldBeFalse();
            part.Finish();
            return id;
        }).ShouldBe(["a", "b"]);
        reader.Finish();

        diagnostics.Items.Select(item => item.Message).ShouldBe(
            ["$.parts[1] has the property \"idd\", which is not known.", "$ has the property \"day\", which is not known."]);
        diagnostics.Items[0].Hint.ShouldBe("Did you mean \"id\"? Known are id, name.");
    }

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("0001-01-01")]
    public void A_date_near_the_end_of_the_calendar_is_refused(string date)
    {
        var diagnostics = new DiagnosticBag();
        JsonObjectReader? reader = JsonObjectReader.Open(Encoding.UTF8.GetBytes($"{{\"day\": \"{date}\"}}"),
            JsonReadingContext.ForContract("c.json", diagnostics));

        reader.ShouldNotBeNull().Date("day").ShouldBeNull();
        diagnostics.Items.ShouldHaveSingleItem().Message.ShouldContain("1900 to 2199");
    }

    private static string FaultOf(byte[] json) => Should.Throw<JsonFaultException>(() => JsonText.Parse(json)).Message;
}
