import FEEL
