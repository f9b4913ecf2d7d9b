namespace Mingzhang.Cli.Output;

/// <summary>The reader of a pipe has gone.</summary>
internal sealed class ReaderGoneException(Exception cause) : Exception(cause.Message, cause);

/// <summary>Writes on to standard output; tells a reader that has gone from failures of other files. Leaves standard output open.</summary>
internal sealed class PipeStream(Stream output) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            output.Write(buffer);
        }
        catch (IOException gone)
        {
            throw new ReaderGoneException(gone);
        }
    }

    public override void Flush()
    {
        try
        {
            output.Flush();
        }
        catch (IOException gone)
        {
            throw new ReaderGoneException(gone);
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
