namespace Suiying.Kernel;

/// <summary>Keeps files by content: the same bytes are kept once, and a name of the sender never reaches the disk.</summary>
public interface IFileStore
{
    /// <summary>Keeps the bytes and returns their name: the lower-case hex SHA-256.</summary>
    Task<string> Save(ReadOnlyMemory<byte> content, CancellationToken ct);

    /// <summary>The bytes, or null where there is no such file.</summary>
    Task<Stream?> Open(string name, CancellationToken ct);

    /// <summary>Every file that is kept.</summary>
    IEnumerable<StoredFile> List();

    /// <summary>Removes a file, unless it was kept again since; whoever keeps the same bytes meanwhile does not lose them.</summary>
    /// <returns>False where it was kept again, or is gone already.</returns>
    bool Delete(string name, DateTimeOffset keptBefore);
}

/// <summary>One file of the store.</summary>
/// <param name="Name">Lower-case hex SHA-256 of its content.</param>
/// <param name="Bytes">Its length.</param>
/// <param name="KeptAt">When it was last kept.</param>
public sealed record StoredFile(string Name, long Bytes, DateTimeOffset KeptAt);
