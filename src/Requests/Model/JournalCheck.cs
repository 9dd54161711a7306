using System.Globalization;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>
/// Recomputes the journal row by row, in the order of positions. It keeps the head of each request's chain (about 60 bytes a request)
/// and the rows under the current anchor, nothing else.
/// </summary>
public sealed class JournalCheck
{
    /// <summary>Faults that are told one by one; the rest is only counted. A journal that is broken in so many places is broken.</summary>
    public const int MostTold = 1000;

    private readonly Dictionary<Guid, Head> heads = [];
    private readonly Queue<JournalAnchor> anchors = new();
    private readonly List<(long Position, string Hash)> underAnchor = [];
    private readonly List<JournalFault> faults = [];
    private string lastAnchorHash = "";
    private long rowsOutside;

    public IReadOnlyList<JournalFault> Faults => faults;

    public long FaultCount { get; private set; }

    public long Steps { get; private set; }

    public long Anchors { get; private set; }

    /// <summary>Steps newer than the last anchor: sealed within the minute.</summary>
    public long NotYetAnchored => rowsOutside;

    /// <summary>Texts that were erased; their hash keeps the chain whole.</summary>
    public long ErasedTexts { get; private set; }

    /// <summary>The next anchor, given before the rows that it covers.</summary>
    public void Add(JournalAnchor anchor)
    {
        // Rows that were seen while no anchor was known came before this one.
        for (; rowsOutside > 0; rowsOutside--)
            Tell(JournalFaultKind.RowOutsideAnchors, anchor.FirstPosition, null);
        anchors.Enqueue(anchor);
    }

    /// <summary>The next step with its text.</summary>
    /// <param name="step">A step, in the order of positions.</param>
    /// <param name="note">Null where the step has no text or the text was erased.</param>
    public void Add(RequestTransition step, RequestNote? note)
    {
        Steps++;
        if (step.ComputeHash() != step.Hash)
            Tell(JournalFaultKind.StepChanged, step.Position, step.RequestId);
        var before = heads.GetValueOrDefault(step.RequestId.Value);
        if (step.Seq != before.Seq + 1 || (before.Seq == 0 ? step.PreviousHash.Length > 0 : ShortOf(step.PreviousHash) != before.Hash))
            Tell(JournalFaultKind.ChainBroken, step.Position, step.RequestId);
        heads[step.RequestId.Value] = new Head(step.Seq, ShortOf(step.Hash));
        CheckNote(step, note);
        Cover(step);
    }

    /// <summary>True where the request's state of today is the end of its chain; asked once for each request.</summary>
    public bool IsHead(RequestId request, int version, string hash) =>
        heads.Remove(request.Value, out var head) && head == new Head(version, ShortOf(hash));

    public void HeadDiffers(RequestId request) => Tell(JournalFaultKind.HeadDiffers, 0, request);

    /// <summary>Chains whose request <see cref="IsHead"/> was never asked about.</summary>
    public void Orphans()
    {
        foreach (var request in heads.Keys)
            Tell(JournalFaultKind.RequestMissing, 0, new RequestId(request));
    }

    /// <summary>No more rows will come: anchors that still wait cover rows that are gone.</summary>
    public void EndOfRows()
    {
        while (anchors.TryDequeue(out var anchor))
            Close(anchor);
    }

    private void CheckNote(RequestTransition step, RequestNote? note)
    {
        if (step.NoteHash is null)
            return;
        if (note is null || note.ErasedAt is not null)
            ErasedTexts++;
        else if (note.Hash() != step.NoteHash)
            Tell(JournalFaultKind.TextChanged, step.Position, step.RequestId);
    }

    private void Cover(RequestTransition step)
    {
        while (anchors.TryPeek(out var passed) && step.Position > passed.LastPosition)
            Close(anchors.Dequeue());
        if (!anchors.TryPeek(out var anchor))
            rowsOutside++;
        else if (step.Position < anchor.FirstPosition)
            Tell(JournalFaultKind.RowOutsideAnchors, step.Position, step.RequestId);
        else
            underAnchor.Add((step.Position, step.Hash));
    }

    private void Close(JournalAnchor anchor)
    {
        Anchors++;
        if (anchor.PreviousHash != lastAnchorHash)
            Tell(JournalFaultKind.AnchorChainBroken, anchor.FirstPosition, null);
        if (JournalAnchor.HashOf(anchor.PreviousHash, underAnchor) != anchor.Hash)
            Tell(JournalFaultKind.AnchorDiffers, anchor.FirstPosition, null);
        lastAnchorHash = anchor.Hash;
        underAnchor.Clear();
    }

    private void Tell(JournalFaultKind kind, long position, RequestId? request)
    {
        FaultCount++;
        if (faults.Count < MostTold)
            faults.Add(new JournalFault(kind, position, request));
    }

    /// <summary>Half of the hash: 128 bits are enough to compare by, and a million heads stay small.</summary>
    private static UInt128 ShortOf(string hash) =>
        hash.Length >= 32 && UInt128.TryParse(hash.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var half)
            ? half
            : 0;

    private readonly record struct Head(int Seq, UInt128 Hash);
}
