using System.Runtime.Intrinsics;

namespace Suiying.Engines.Learning;

/// <summary>Trains the classifier, and once for each part of the texts without it, to hear what it says of that part.</summary>
internal sealed class CrossValidation(Vocabulary vocabulary, TextVectors vectors, int[] labels, int labelCount, TrainingOptions options)
{
    /// <summary>Most margins that are kept to calibrate with; of many texts under many labels some are asked.</summary>
    private const long MostMargins = 2_000_000;

    private readonly int blocks = (labelCount + LinearBlock.Lanes - 1) / LinearBlock.Lanes;

    /// <summary>The machine that has learnt all.</summary>
    public LinearBlock[] All { get; private set; } = [];

    /// <summary>What was said of texts that had not been learnt.</summary>
    public IReadOnlyList<HeldOut> Asked { get; private set; } = [];

    /// <summary>Without letters nothing is asked.</summary>
    public void Run(int[]? letters, CancellationToken stop)
    {
        var parts = letters is null ? 0 : options.Folds;
        var folds = letters is null ? [] : Folds.Deal(letters, labels, parts, labelCount);
        var every = 1 + (int)((long)labels.Length * labelCount / MostMargins);
        var asked = Enumerable
            .Range(0, folds.Length)
            .Where(text => text % every == 0)
            .Select(text => new HeldOut(text, labels[text], new float[labelCount]))
            .ToList();
        var (all, done) = (new LinearBlock[blocks], 0);
        LinearBlock Learn(int first, int? without, ref Vector256<float>[] dual)
        {
            var learnt = Enumerable.Range(0, labels.Length).Where(text => without is null || folds[text] != without).ToArray();
            (var block, dual) = LinearBlock.Train(vectors, labels, learnt, first, vocabulary.Count, options.Cost, dual, stop);
            options.Progress?.Invoke((double)Interlocked.Increment(ref done) / (blocks * (parts + 1)));
            return block;
        }
        Parallel.For(
            0,
            blocks,
            Threads(options.Threads, stop),
            number =>
            {
                var (first, dual) = (number * LinearBlock.Lanes, Array.Empty<Vector256<float>>());
                all[number] = Learn(first, null, ref dual);
                // Where the labels make one block, the parts share the threads.
                Parallel.For(
                    0,
                    parts,
                    Threads(options.Threads / blocks, stop),
                    part =>
                    {
                        var seed = dual;
                        Ask(Learn(first, part, ref seed), first, asked.Where(held => folds[held.Text] == part));
                    }
                );
            }
        );
        (All, Asked) = (all, asked);
    }

    private static ParallelOptions Threads(int many, CancellationToken stop) =>
        new() { MaxDegreeOfParallelism = Math.Max(1, many), CancellationToken = stop };

    private void Ask(LinearBlock block, int first, IEnumerable<HeldOut> asked)
    {
        foreach (var held in asked)
        {
            var margins = block.Margins(vectors.Columns(held.Text), vectors.Values(held.Text));
            for (var lane = 0; lane < LinearBlock.Lanes && first + lane < labelCount; lane++)
                held.Margins[first + lane] = margins[lane];
        }
    }
}
