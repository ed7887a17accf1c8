// Answers the fieldsets that course/quiz.py writes: guesses, choices and numbers.
// One listener for the whole page, so a fieldset may appear at any time.
(() => {
  "use strict";

  const near = (value, answer, tolerance) => Math.abs(value - answer) <= tolerance * Math.abs(answer);

  const say = (box, kind) => {
    const text = box.querySelector(`template.${kind}`).content.cloneNode(true);
    box.querySelector("output").replaceChildren(text);
  };

  // a browser that forbids storage only forgets the guess
  const stored = {
    get: (name) => { try { return sessionStorage.getItem(name); } catch { return null; } },
    set: (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* forgotten */ } },
  };

  const judgeGuess = (box, value) => {
    const answer = Number(box.dataset.answer);
    say(box, near(value, answer, 0.1) ? "close" : value < answer ? "low" : "high");
  };

  const judgeNumber = (box, input) =>
    say(box, near(input.valueAsNumber, Number(input.dataset.answer), Number(input.dataset.tolerance)) ? "right" : "wrong");

  const submit = (box) => {
    const input = box.querySelector("input[type=number]");
    if (Number.isNaN(input.valueAsNumber)) {
      box.querySelector("output").textContent = "Type a number first.";
      input.focus();
    } else if (box.classList.contains("guess")) {
      stored.set(box.dataset.name, input.value);
      judgeGuess(box, input.valueAsNumber);
    } else {
      judgeNumber(box, input);
    }
  };

  const quizOf = (element) => element.closest(".course-quiz");

  document.addEventListener("click", ({ target }) => {
    if (target.matches(".course-quiz button")) submit(quizOf(target));
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".course-quiz input[type=number]")) {
      event.preventDefault();
      submit(quizOf(event.target));
    }
  });

  // the style sheet shows the chosen option's explanation; the output reads it aloud
  document.addEventListener("change", ({ target }) => {
    if (target.matches(".course-quiz input[type=radio]")) {
      quizOf(target).querySelector("output").textContent = target.parentElement.querySelector(".why").textContent;
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    for (const box of document.querySelectorAll(".course-quiz.guess")) {
      const value = stored.get(box.dataset.name);
      if (value !== null) {
        box.querySelector("input").value = value;
        judgeGuess(box, Number(value));
      }
    }
  });
})();
