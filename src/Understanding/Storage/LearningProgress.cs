namespace Suiying.Understanding.Storage;

/// <summary>How far a training in this process is, for who waits for it, and whether somebody asked for one. Thread-safe.</summary>
public sealed class LearningProgress
{
    private readonly Lock turn = new();
    private Actor? asked;
    private int read;

    /// <summary>True from when somebody asked until it has ended.</summary>
    public bool Busy { get; private set; }

    /// <summary>Decisions read so far; null while none is being read.</summary>
    public int? Read => Busy ? Volatile.Read(ref read) : null;

    /// <summary>Why the last one came to nothing; null where it did not.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>False where one is asked for or runs already.</summary>
    public bool Ask(Actor by)
    {
        lock (turn)
        {
            if (Busy)
                return false;
            (Busy, asked, Refused) = (true, by, null);
            Volatile.Write(ref read, 0);
            return true;
        }
    }

    /// <summary>Who asked, once; null where nobody did.</summary>
    public Actor? Take()
    {
        lock (turn)
        {
            var by = asked;
            asked = null;
            return by;
        }
    }

    public void More(int decisions) => Interlocked.Add(ref read, decisions);

    public void End(Refusal? refused)
    {
        lock (turn)
            (Busy, Refused) = (false, refused);
    }
}
