using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>How far a training in this process is, for who waits for it, and whether somebody asked for one. Thread-safe.</summary>
public sealed class LearningProgress
{
    private readonly Lock turn = new();
    private Actor? asked;
    private LearningStep step = new(0, null);

    /// <summary>True from when somebody asked until it has ended.</summary>
    public bool Busy { get; private set; }

    /// <summary>How far it is; null while none runs and nobody asked.</summary>
    public LearningStep? Step => Busy ? Volatile.Read(ref step) : null;

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
            At(new LearningStep(0, null));
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

    public void At(LearningStep now) => Volatile.Write(ref step, now);

    public void End(Refusal? refused)
    {
        lock (turn)
            (Busy, Refused) = (false, refused);
    }
}
