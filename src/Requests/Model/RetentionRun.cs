namespace Suiying.Requests.Model;

/// <summary>到期清除 once: how much it erased, and of whom nothing.</summary>
public sealed class RetentionRun
{
    private RetentionRun() { }

    public RetentionRun(DateTimeOffset at, int words, int photos, int identities)
    {
        Id = Guid.CreateVersion7(at);
        (At, Words, Photos, Identities) = (at, words, photos, identities);
    }

    public Guid Id { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Requests whose texts, place and photos went.</summary>
    public int Words { get; private set; }

    /// <summary>Requests whose photos alone went.</summary>
    public int Photos { get; private set; }

    /// <summary>Persons whose sealed identity went.</summary>
    public int Identities { get; private set; }
}
