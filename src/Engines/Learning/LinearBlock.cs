using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Suiying.Engines.Learning;

/// <summary>
/// The weights of eight labels side by side, so that one look at a gram serves all eight. Each label stands against all others: an
/// L2-regularised support vector machine with squared hinge loss, solved in its dual one example at a time (Hsieh, Chang, Lin, Keerthi and
/// Sundararajan 2008, “A dual coordinate descent method for large-scale linear SVM”, algorithm 1).
/// </summary>
internal sealed class LinearBlock
{
    public const int Lanes = 8;

    /// <summary>A violation of the optimum that is small enough, as in LIBLINEAR.</summary>
    private const float Tolerance = 0.1f;

    private const int MostPasses = 40;

    /// <summary>So near its optimum a text is left alone until the others are near theirs.</summary>
    private const float Settled = Tolerance / 4;

    private float[] weights;

    public LinearBlock(float[] weights, Vector256<float> bias) => (this.weights, Bias) = (weights, bias);

    public Vector256<float> Bias { get; private set; }

    /// <summary>Eight for each gram.</summary>
    public ReadOnlySpan<float> Weights => weights;

    /// <summary>What a gram says in one lane; nothing where it came after the block.</summary>
    public float Weight(int column, int lane) => column * Lanes + lane is var at && at < weights.Length ? weights[at] : 0;

    /// <summary>What each of the eight says of a text: about 1 for, about -1 against.</summary>
    public Vector256<float> Margins(ReadOnlySpan<int> columns, ReadOnlySpan<float> values)
    {
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(weights.AsSpan());
        var sum = Bias;
        for (var at = 0; at < columns.Length; at++)
        {
            if (columns[at] < rows.Length)
                sum += rows[columns[at]] * values[at];
        }
        return sum;
    }

    /// <summary>
    /// One correction: the step of the dual that a text takes which was never learnt. What is common to all texts, the bias, stays, or some
    /// corrections in a row would say their label to everybody.
    /// </summary>
    /// <param name="columns">The text's grams, all of them with room here.</param>
    /// <param name="values">Their weights.</param>
    /// <param name="lane">The right label's lane; one outside where the right label stands in another block.</param>
    /// <param name="cost">The C of the machine.</param>
    public void Correct(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, int lane, float cost)
    {
        var side = Side(lane);
        var lacks = Vector256.Max(Vector256<float>.One - side * Margins(columns, values), Vector256<float>.Zero);
        Move(columns, values, lacks * side / (Square(values) + 0.5f / cost));
    }

    private void Move(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, Vector256<float> by)
    {
        var rows = MemoryMarshal.Cast<float, Vector256<float>>(weights.AsSpan());
        for (var at = 0; at < columns.Length; at++)
            rows[columns[at]] += by * values[at];
    }

    /// <summary>A block whose lanes say no to every text.</summary>
    public static LinearBlock Unlearnt() => new([], Vector256.Create(-1f));

    /// <summary>Makes room for grams that came later.</summary>
    public void Widen(int columns)
    {
        if (weights.Length < columns * Lanes)
            Array.Resize(ref weights, columns * Lanes);
    }

    /// <summary>Learns the labels from <paramref name="first"/> on.</summary>
    /// <param name="vectors">All texts.</param>
    /// <param name="labels">Each text's label.</param>
    /// <param name="texts">Which texts are learnt.</param>
    /// <param name="first">The label of the first lane.</param>
    /// <param name="columns">How many grams there are.</param>
    /// <param name="cost">The C of the machine.</param>
    /// <param name="seed">
    /// The dual variables by text of who learnt more texts: it starts from there and is done sooner (DeCoste and Wagstaff 2000, “Alpha seeding
    /// for support vector machines”). Empty to start from nothing.
    /// </param>
    /// <param name="stop">Stops between passes.</param>
    /// <returns>The block, and its dual variables by text.</returns>
    public static (LinearBlock Block, Vector256<float>[] Dual) Train(
        TextVectors vectors,
        int[] labels,
        int[] texts,
        int first,
        int columns,
        float cost,
        Vector256<float>[] seed,
        CancellationToken stop
    )
    {
        var block = new LinearBlock(new float[columns * Lanes], Vector256<float>.Zero);
        var (order, dual) = ((int[])texts.Clone(), new Vector256<float>[vectors.Count]);
        if (seed.Length > 0)
            foreach (var text in texts)
                block.Begin(vectors, text, labels[text] - first, dual[text] = seed[text]);
        var (random, active) = (new Random(1), order.Length);
        for (var pass = 0; pass < MostPasses; pass++)
        {
            stop.ThrowIfCancellationRequested();
            var wasAll = active == order.Length;
            random.Shuffle(order.AsSpan(0, active));
            var (high, low) = (Vector256.Create(float.MinValue), Vector256.Create(float.MaxValue));
            for (var at = active - 1; at >= 0; at--)
            {
                var text = order[at];
                var gradient = block.Step(vectors, text, labels[text] - first, ref dual[text], 0.5f / cost);
                (high, low) = (Vector256.Max(high, gradient), Vector256.Min(low, gradient));
                if (Vector256.LessThanAll(Vector256.Abs(gradient), Vector256.Create(Settled)))
                {
                    active--;
                    (order[at], order[active]) = (order[active], text);
                }
            }
            var isDone = Vector256.LessThanAll(high - low, Vector256.Create(Tolerance));
            if (isDone && wasAll)
                break;
            // Most texts are soon where they belong; they are looked at again before it is believed.
            if (isDone || active == 0)
                active = order.Length;
        }
        // As exact as a file keeps them, so that a classifier that was saved is the one that was trained.
        foreach (ref var weight in block.weights.AsSpan())
            weight = (float)(Half)weight;
        return (block, dual);
    }

    private void Begin(TextVectors vectors, int text, int lane, Vector256<float> dual)
    {
        if (Vector256.EqualsAll(dual, Vector256<float>.Zero))
            return;
        Move(vectors.Columns(text), vectors.Values(text), dual * Side(lane));
        Bias += dual * Side(lane);
    }

    /// <summary>Brings one text's dual variables to their optimum; returns how far they were from it.</summary>
    private Vector256<float> Step(TextVectors vectors, int text, int lane, ref Vector256<float> dual, float diagonal)
    {
        var columns = vectors.Columns(text);
        var values = vectors.Values(text);
        var side = Side(lane);
        var gradient = side * Margins(columns, values) - Vector256<float>.One + dual * diagonal;
        var projected = Vector256.ConditionalSelect(
            Vector256.Equals(dual, Vector256<float>.Zero),
            Vector256.Min(gradient, Vector256<float>.Zero),
            gradient
        );
        if (Vector256.EqualsAll(projected, Vector256<float>.Zero))
            return projected;
        var curvature = Square(values) + 1 + diagonal;
        var next = Vector256.Max(dual - gradient / curvature, Vector256<float>.Zero);
        Move(columns, values, (next - dual) * side);
        Bias += (next - dual) * side;
        dual = next;
        return projected;
    }

    /// <summary>1 in the lane of the right label, -1 in all others.</summary>
    private static Vector256<float> Side(int lane)
    {
        var side = Vector256.Create(-1f);
        return lane is >= 0 and < Lanes ? side.WithElement(lane, 1f) : side;
    }

    private static float Square(ReadOnlySpan<float> values)
    {
        var sum = 0f;
        foreach (var value in values)
            sum += value * value;
        return sum;
    }
}
