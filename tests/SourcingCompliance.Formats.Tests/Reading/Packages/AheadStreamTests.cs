using SourcingCompliance.Formats.Reading.Packages;

namespace SourcingCompliance.Formats.Tests.Reading.Packages;

public sealed class AheadStreamTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300_000)]
    [InlineData(5_000_001)]
    public void Every_byte_comes_once_and_in_order(int length)
    {
        byte[] bytes = [.. Enumerable.Range(0, length).Select(at => (byte)(at * 31L % 251))];
        using var ahead = new AheadStream(new MemoryStream(bytes), new Owner());
        using var copy = new MemoryStream();

        ahead.CopyTo(copy);

        copy.ToArray().AsSpan().SequenceEqual(bytes).ShouldBeTrue();
    }

    [Fact]
    public void What_fails_is_thrown_behind_all_the_bytes_before_it()
    {
        using var ahead = new AheadStream(new Source(700_000, thenFails: true), new Owner());
        byte[] buffer = new byte[10_000];
        int read = 0;

        InvalidDataException failure = Should.Throw<InvalidDataException>(() =>
        {
            for (int some = 1; some > 0; read += some)
            {
                some = ahead.Read(buffer);
            }
        });

        failure.Message.ShouldBe("the archive ends here");
        read.ShouldBe(700_000);
    }

    [Fact]
    public void Closing_it_early_ends_the_reading_and_closes_what_it_lives_in()
    {
        var source = new Source(long.MaxValue, thenFails: false);
        var owner = new Owner();
        using (var ahead = new AheadStream(source, owner))
        {
            ahead.ReadByte().ShouldBe(7);
        }

        (source.IsClosed, owner.IsClosed).ShouldBe((true, true));
    }

    private sealed class Owner : IDisposable
    {
        public bool IsClosed { get; private set; }

        public void Dispose() => IsClosed = true;
    }

    private sealed class Source(long length, bool thenFails) : MemoryStream
    {
        private long _left = length;

        public bool IsClosed { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            int read = (int)Math.Min(Math.Min(buffer.Length, 4099), _left);
            _left -= read;
            buffer[..read].Fill(7);
            return read > 0 || !thenFails ? read : throw new InvalidDataException("the archive ends here");
        }

        protected override void Dispose(bool disposing)
        {
            IsClosed = true;
            base.Dispose(disposing);
        }
    }
}
