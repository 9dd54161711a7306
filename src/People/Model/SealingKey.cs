namespace Suiying.People.Model;

/// <summary>One secret of 32 bytes and the id under which records name it.</summary>
public sealed class SealingKey(string id, byte[] secret)
{
    public string Id { get; } = id;

    /// <summary>When it was made, as its id tells (version 7); null for an id of another kind.</summary>
    public DateTimeOffset? MadeAt => DateOf(Id);

    internal ReadOnlySpan<byte> Secret => secret;

    public override string ToString() => $"SealingKey {Id}";

    /// <summary>When the key of this id was made, even where the key is gone.</summary>
    public static DateTimeOffset? DateOf(string id) =>
        Guid.TryParseExact(id, "N", out var made) && made.Version == 7
            ? DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(id[..12], 16))
            : null;
}

/// <summary>The keys at one moment: newest first; the first of each kind is the one in force, the others still read what they wrote.</summary>
public sealed record KeySet(IReadOnlyList<SealingKey> Seal, IReadOnlyList<SealingKey> Index)
{
    /// <exception cref="InvalidOperationException">The key is gone from the key folder: what it sealed cannot be read.</exception>
    public SealingKey SealKey(string id) => Find(Seal, id);

    /// <exception cref="InvalidOperationException">The key is gone from the key folder.</exception>
    public SealingKey IndexKey(string id) => Find(Index, id);

    private static SealingKey Find(IReadOnlyList<SealingKey> keys, string id) =>
        keys.FirstOrDefault(k => k.Id == id)
        ?? throw new InvalidOperationException($"密钥 {id} 不在密钥目录中。请从备份恢复密钥目录（SUIYING_KEYS），再重新启动。");
}
