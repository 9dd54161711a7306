using System.Diagnostics;
using CsCheck;
using Suiying.Engines.Learning;
using static Suiying.Tests.Engines.Learning.Letters;

namespace Suiying.Tests.Engines.Learning;

/// <summary>What holds whatever is written.</summary>
public sealed class TextClassifierProperties
{
    private static readonly TextClassifier Known = Trained();

    [Fact]
    public void Any_text_gets_probabilities_that_sum_to_one_and_words_that_stand_in_it() =>
        Gen.Select(Gen.String, Gen.String)
            .Sample(
                (title, body) =>
                {
                    var said = Known.Propose(title, body, int.MaxValue);
                    Assert.Equal(1, said.Labels.Sum(l => l.Probability), 9);
                    Assert.Equal(said.Labels.OrderByDescending(l => l.Probability), said.Labels);
                    var text = title + "\n" + body;
                    Assert.All(Known.Words(title, body, Bus, 5), w => Assert.Contains(w.Text, text, StringComparison.Ordinal));
                }
            );

    [Fact]
    public void Training_learning_saving_and_loading_always_give_the_same()
    {
        var one = Trained();
        var other = TextClassifier.Train(Many(4), new TrainingOptions { Threads = 1 });
        Assert.Equal(Saved(one), Saved(other));
        var loaded = TextClassifier.Load(new MemoryStream(Saved(one)));
        Assert.Equal(Saved(one), Saved(loaded));
        foreach (var classifier in new[] { one, loaded })
        {
            classifier.Learn(new("", "路灯不亮", "照明"));
            classifier.Learn(new("", "公交站没有路灯", Bus));
        }
        Assert.Equal(Saved(one), Saved(loaded));
        Assert.Equal(one.Propose("路灯", "", 4).Labels, loaded.Propose("路灯", "", 4).Labels);
        Assert.Equivalent(one.Measures, loaded.Measures);
    }

    [Fact]
    public void Any_damage_of_a_saved_classifier_is_found()
    {
        var good = Saved(Known);
        Gen.Select(Gen.Int[0, good.Length - 1], Gen.Byte)
            .Where(damage => good[damage.Item1] != damage.Item2)
            .Sample(damage =>
            {
                var bad = (byte[])good.Clone();
                bad[damage.Item1] = damage.Item2;
                Assert.Throws<TextClassifierDamaged>(() => TextClassifier.Load(new MemoryStream(bad)));
                Assert.Throws<TextClassifierDamaged>(() => TextClassifier.Load(new MemoryStream(good, 0, damage.Item1)));
            });
    }

    [Fact]
    public void A_hostile_text_costs_linear_time_and_changes_only_its_own_answer()
    {
        var usual = Known.Propose("", "公交车不进站", 3).Labels;
        var started = Stopwatch.GetTimestamp();
        foreach (
            var text in new[] { new string('水', 10_000_000), "\0\ud800\uffff", new string('\ud800', 100_000), new string(' ', 10_000_000) }
        )
        {
            Known.Propose(text, text, 1);
            Known.Words(text, text, Water, 3);
        }
        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        Assert.Equal(usual, Known.Propose("", "公交车不进站", 3).Labels);
    }

    [Fact]
    public void Many_threads_may_ask_at_once() =>
        Parallel.For(
            0,
            200,
            n =>
            {
                var letter = Letter(Water, n % 6, 9);
                Assert.Equal(Water, Known.Propose(letter.Title, letter.Body, 1).Labels[0].Label);
            }
        );
}
