// Part of Weft, under the Apache License v2.0 with LLVM Exceptions. SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
// See SampleText.h. Written for this purpose, so that no model has seen it.

#include "tools/weft/SampleText.h"

const llvm::StringLiteral weft::kSampleText(R"text(The Ferry at Low Water

When the river was low, the ferry could not reach the landing, and the ferryman laid planks from the bow to the shore. Martha had crossed these
planks a hundred times, with baskets, with children, once with a goat, and she had never looked down. This morning she looked down. Under the
second plank, half buried in the mud, lay a clock.

"Is that yours?" she asked the ferryman.

"Everything in the river is mine," he said, "until somebody comes and proves that it isn't. What do you see?"

"A clock. A big one, with a brass face. It says twenty past four."

The ferryman put down his pole. He was an old man with a careful way of moving, as if each joint had to be asked first. He climbed over the side,
stood in the mud up to his shins, and looked at the brass face for a long time. Then he took off his hat.

"That is the clock from the town hall," he said. "It went into the water the year the bridge came down. My father was the man who was winding it."

Martha did not know what to say to that, so she said nothing, and helped him to pull. It took them most of an hour. The clock was heavier than it
looked, and the mud did not want to give it up. When it lay on the planks at last, water ran out of it through a crack beside the number nine, and
with the water came three small fish, which the ferryman put back into the river one by one.

They carried it up the hill together. People came out of their houses. The baker brought a cloth, the teacher brought a brush, and the boy who
repaired bicycles brought a tin box full of screws and said that he would have it running by Sunday. Nobody believed him. On Sunday, at twenty past
four in the afternoon, it struck, and the ferryman, who was in the middle of the river with two passengers, let the boat drift and listened until
it was over.

How Tides Work

Tides are the regular rise and fall of the surface of the sea, caused by the gravity of the Moon and the Sun and by the rotation of the Earth. The
Moon pulls more strongly on the side of the Earth that faces it than on the side that faces away. The difference between these two forces stretches
the oceans along the line that joins the two bodies, so that there are two bulges of water, one towards the Moon and one away from it. As the Earth
turns, a place on the coast passes through both of them, and most coasts therefore see two high tides and two low tides in a little less than 25
hours. When the Sun, the Moon and the Earth are in one line, at new moon and at full moon, the forces add up and the tides are high; these are
called spring tides. When the Sun and the Moon are at a right angle as seen from the Earth, the forces partly cancel, and the tides are weak; these
are called neap tides. The shape of the coast matters as much as the Moon does. In the open ocean the range is about half a metre, but in a narrow
bay, where the water has nowhere to go, it can be more than fifteen metres.

The energy of the tides comes from the rotation of the Earth. Friction between the water and the sea floor slows the planet down, and the day becomes
longer by about two milliseconds in a century. The same process pushes the Moon away from us, by nearly four centimetres a year.

Soup for Four People

Ingredients: 2 onions, 3 carrots, 400 g of potatoes, 1 litre of vegetable stock, 2 tablespoons of olive oil, a bay leaf, salt, pepper, and a bunch of
parsley.

1. Peel the onions and cut them into small pieces. Wash the carrots and the potatoes and cut them into cubes of about one centimetre.
2. Heat the oil in a large pot. Add the onions and stir until they are soft but not brown, which takes about five minutes.
3. Add the carrots, the potatoes and the bay leaf, and pour in the stock. Bring it to the boil, then turn the heat down and let it simmer for twenty
   minutes.
4. Take out the bay leaf. If you like a smooth soup, use a blender; if you do not, leave it as it is.
5. Season with salt and pepper, chop the parsley, and put it on top just before you serve the soup.

A Talk About a Bill

Customer: Good morning. I received a bill for 84.50, but I think that there is a mistake. I cancelled my contract at the end of March.
Agent: Good morning, and thank you for calling. May I have your customer number, please?
Customer: Yes, it is 5 5 2 0 7 1 9.
Agent: Thank you. I can see your cancellation here. It reached us on the 28th of March, and the contract ended on the 31st. The bill is for the month
of April, so you are right, it should not have been sent. I am sorry about that.
Customer: So I do not have to pay it?
Agent: No, you do not. I have just cancelled the bill, and you will get a letter that confirms it within the next three days. Is there anything else
that I can do for you?
Customer: No, that was all. Thank you for your help.
Agent: You are welcome. Have a nice day!

A Small Program

The following function returns the number of days in a month. A year is a leap year if it is divisible by 4, except for years that are divisible by
100 and not by 400.

def is_leap_year(year):
    if year % 400 == 0:
        return True
    if year % 100 == 0:
        return False
    return year % 4 == 0


def days_in_month(year, month):
    if month < 1 or month > 12:
        raise ValueError("month must be between 1 and 12")
    if month == 2:
        return 29 if is_leap_year(year) else 28
    if month in (4, 6, 9, 11):
        return 30
    return 31


def test_days_in_month():
    assert days_in_month(2023, 2) == 28
    assert days_in_month(2024, 2) == 29
    assert days_in_month(1900, 2) == 28
    assert days_in_month(2000, 2) == 29
    assert days_in_month(2024, 4) == 30

The same idea in C:

static int days_in_month(int year, int month) {
  static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month == 2 && (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)))
    return 29;
  return days[month - 1];
}

Planets

| planet  | distance from the Sun | radius    | moons |
|---------|-----------------------|-----------|-------|
| Mercury | 58 million km         | 2,440 km  | 0     |
| Venus   | 108 million km        | 6,052 km  | 0     |
| Earth   | 150 million km        | 6,371 km  | 1     |
| Mars    | 228 million km        | 3,390 km  | 2     |
| Jupiter | 778 million km        | 69,911 km | 95    |
| Saturn  | 1,434 million km      | 58,232 km | 146   |

Of these planets Jupiter is the largest and Mercury is the smallest. The Earth is the only one on which liquid water is known to lie on the surface.

Questions and Answers

Question: What is the capital of France? Answer: The capital of France is Paris.
Question: How many legs does a spider have? Answer: A spider has eight legs.
Question: What is 12 times 12? Answer: 12 times 12 is 144.
Question: Who wrote the play Hamlet? Answer: Hamlet was written by William Shakespeare.
Question: If a train leaves at 9:15 and the journey takes 2 hours and 50 minutes, when does it arrive? Answer: It arrives at 12:05.
Question: Which gas do plants take in from the air? Answer: Plants take in carbon dioxide and give off oxygen.

A Letter

Dear Mr. Okafor,

Thank you for your letter of 3 June and for your interest in our library. We are happy to tell you that the reading room will be open again from the
first of September, from Monday to Friday between ten in the morning and six in the evening. Visitors who wish to see manuscripts are asked to write
to us at least one week before, so that we can prepare them. Pencils are allowed; pens, food and drinks are not. If you travel by train, the library
is ten minutes on foot from the station: leave it by the north exit, cross the square, and follow the river until you see the two stone lions.

We look forward to your visit.

Yours sincerely,
Elena Brandt

In Other Languages

Der Zug nach Hamburg hat heute leider zwanzig Minuten Verspätung. Bitte achten Sie auf die Durchsagen am Bahnsteig. Nous avons passé une semaine au bord
de la mer, et il a fait beau tous les jours. Mañana vamos a visitar a mis abuelos, que viven en un pueblo cerca de la montaña. Questa è la casa dove sono
nato, e quella è la scuola dove mia madre insegnava.

Why Bread Rises

Bread rises because yeast, which is a living thing, eats the sugars in the flour and gives off carbon dioxide. The gas cannot leave the dough, since
kneading has turned the proteins of the flour into long elastic strands, which are called gluten, and these hold the bubbles like the skin of a balloon.
In a warm place the yeast works faster, and the dough doubles its size in an hour; in a refrigerator it needs a whole night, but the bread tastes better,
because the slow work makes more of the acids and alcohols that give bread its smell. In the oven the bubbles grow for a few more minutes, until the heat
kills the yeast and makes the dough firm. What is left is a crumb that consists mostly of air.
)text");
