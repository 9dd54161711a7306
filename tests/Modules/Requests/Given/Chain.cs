using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>Reads a history as somebody who trusts nobody.</summary>
internal static class Chain
{
    /// <summary>What is wrong with a history, or null. Notes that are still there must be those that the rows name.</summary>
    public static string? Fault(IReadOnlyList<RequestTransition> history, IReadOnlyList<RequestNote> notes)
    {
        var previous = "";
        for (var i = 0; i < history.Count; i++)
        {
            var step = history[i];
            if (step.Seq != i + 1)
                return $"step {i + 1} has number {step.Seq}";
            if (step.PreviousHash != previous)
                return $"step {step.Seq} does not follow";
            if (step.ComputeHash() != step.Hash)
                return $"step {step.Seq} was changed";
            if (notes.FirstOrDefault(n => n.Id == step.NoteId) is { } note && note.Hash() != step.NoteHash)
                return $"the text of step {step.Seq} was changed";
            previous = step.Hash;
        }
        return null;
    }

    /// <summary>The state that a history leads to by the table alone.</summary>
    public static RequestState Rebuild(IReadOnlyList<RequestTransition> history)
    {
        var state = RequestState.Registered;
        foreach (var step in history.Skip(1))
        {
            Assert.Equal(state, step.From);
            state = RequestLifecycle.Find(state, step.Action)!.To;
            Assert.Equal(state, step.To);
        }
        return state;
    }
}
