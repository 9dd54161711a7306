namespace Suiying.Design.Documents;

/// <summary>
/// A stream that can only be written, which knows how far it has come and keeps what is written until it is drained: whoever writes to it may do so at
/// once, and an answer over a network takes nothing at once.
/// </summary>
internal sealed class CountedStream(Stream to) : Stream
{
    private readonly MemoryStream kept = new();
    private long drained;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => Position;

    public override long Position
    {
        get => drained + kept.Length;
        set => throw new NotSupportedException();
    }

    /// <summary>Sends on what is kept.</summary>
    public async Task Drain(CancellationToken ct)
    {
        await to.WriteAsync(kept.GetBuffer().AsMemory(0, (int)kept.Length), ct);
        drained += kept.Length;
        kept.SetLength(0);
    }

    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => kept.Write(buffer, offset, count);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            kept.Dispose();
        base.Dispose(disposing);
    }
}
